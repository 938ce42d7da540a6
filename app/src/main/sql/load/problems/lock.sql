-- Loads and people change problems one after the other; the lock goes with the transaction.
select pg_advisory_xact_lock(hashtext('scenario-rca problems'), hashtext(current_schema()))
