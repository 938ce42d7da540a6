-- How the rows of each table are hashed, for its triggers.
insert into audited_table (table_name, row_sql)
select
    given.table_name,
    given.row_sql
from unnest(:table_names::text[], :row_sqls::text[]) as given (table_name, row_sql)
