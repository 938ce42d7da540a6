-- One row: whether row-level security binds who asks.
select row_security_active('dim_scenario') as is_bound
