-- Fills the tables of an earlier version (the schema first in the search path) with the rows of a warehouse of the latest
-- (schema rpt): the columns both have, as an earlier program would have left them.
do $$
declare
    part record;
begin
    set local session_replication_role = replica;
    for part in
        select
            old.relname,
            string_agg(quote_ident(old_columns.attname), ', ' order by old_columns.attnum) as columns
        from pg_class as old
        inner join pg_attribute as old_columns
            on old_columns.attrelid = old.oid
            and old_columns.attnum > 0
            and not old_columns.attisdropped
        inner join pg_attribute as new_columns
            on new_columns.attrelid = to_regclass('rpt.' || quote_ident(old.relname))
            and new_columns.attname = old_columns.attname
            and new_columns.attgenerated = ''
        where old.relnamespace = current_schema()::regnamespace
            and old.relkind in ('r', 'p')
            and not old.relispartition
            and old.relname <> 'schema_history'
        group by old.relname
    loop
        execute format('delete from %I', part.relname);
        execute format(
            'insert into %I (%s) overriding system value select %s from rpt.%I',
            part.relname, part.columns, part.columns, part.relname
        );
    end loop;
end;
$$
