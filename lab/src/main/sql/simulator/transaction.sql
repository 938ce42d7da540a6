-- The number of the transaction we are in.
select pg_current_xact_id()::text
