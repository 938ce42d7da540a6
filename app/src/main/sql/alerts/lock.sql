-- Whether this program is the one that serves the channel; the lock goes with the connection, however that ends.
select pg_try_advisory_lock(hashtext('scenario-rca alerts'), hashtext(current_schema() || '.' || :channel)) as is_ours
