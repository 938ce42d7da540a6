-- Whether the schema holds tables already.
select exists (
    select
    from pg_catalog.pg_class as classes
    inner join pg_catalog.pg_namespace as namespaces
        on namespaces.oid = classes.relnamespace
    where namespaces.nspname = ?
        and classes.relkind in ('r', 'p')
)
