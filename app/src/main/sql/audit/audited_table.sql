-- How the rows of a table are hashed, for its triggers.
insert into audited_table (table_name, row_sql) values (:table_name, :row_sql)
