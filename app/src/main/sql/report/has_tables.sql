-- Whether the warehouse was ever set up.
select to_regclass('etl_run') is not null
