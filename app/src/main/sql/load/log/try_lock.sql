-- One load at a time in this warehouse; the lock goes with the connection, however that ends.
select pg_try_advisory_lock(hashtext('scenario-rca load'), hashtext(current_schema()))
