-- One statement per generated key: the next one comes after the largest restored.
select format(
    'select setval(pg_get_serial_sequence(%L, %L), greatest(max(%I), 1)) from %I',
    quote_ident(classes.relname), attributes.attname, attributes.attname, classes.relname
)
from pg_catalog.pg_class as classes
inner join pg_catalog.pg_attribute as attributes
    on attributes.attrelid = classes.oid
where classes.relnamespace = current_schema()::regnamespace
    and classes.relkind in ('r', 'p')
    and not classes.relispartition
    and attributes.attidentity <> ''
    and not attributes.attisdropped
