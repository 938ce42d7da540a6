-- The columns a table's indexes and keys are made of, comma-separated.
select string_agg(quote_ident(columns.attname), ', ' order by columns.attnum)
from pg_catalog.pg_attribute as columns
where columns.attrelid = ?::regclass
    and columns.attnum > 0
    and (
        exists (
            select
            from pg_catalog.pg_index as indexes
            where indexes.indrelid = columns.attrelid
                and columns.attnum = any (indexes.indkey)
        )
        or exists (
            select
            from pg_catalog.pg_constraint as keys
            where keys.conrelid = columns.attrelid
                and columns.attnum = any (keys.conkey)
        )
    )
