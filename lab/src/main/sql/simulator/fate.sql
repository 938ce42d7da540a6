-- What became of a transaction whose connection broke while it was being committed.
select pg_xact_status('?'::xid8)
