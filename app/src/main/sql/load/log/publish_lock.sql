-- Versions are given one after the other; the lock goes with the transaction.
select pg_advisory_xact_lock(hashtext('scenario-rca publish'), hashtext(current_schema()))
