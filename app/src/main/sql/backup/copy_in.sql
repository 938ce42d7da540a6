-- The statement that copies rows into a table, with names the catalogue knows; nothing when it lacks one of the columns.
-- ? is the table, ? its columns.
select format('copy %I (%s) from stdin', classes.relname, string_agg(quote_ident(attributes.attname), ', ' order by wanted.place))
from (select ?::text as table_name, ?::text[] as column_names) as given
inner join pg_catalog.pg_class as classes
    on classes.relname = given.table_name
    and classes.relnamespace = current_schema()::regnamespace
    and classes.relkind in ('r', 'p')
cross join unnest(given.column_names) with ordinality as wanted (name, place)
left join pg_catalog.pg_attribute as attributes
    on attributes.attrelid = classes.oid
    and attributes.attname = wanted.name
    and attributes.attnum > 0
    and not attributes.attisdropped
group by classes.relname
having count(*) = count(attributes.attname)
