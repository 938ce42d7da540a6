-- One row per table of the warehouse, each after the tables it refers to: its name, its columns, the statement that copies
-- its rows out, and for the table of log lines the days it has a partition for. Staging and the record of migrations are
-- left out: the one is scratch, the other is made by migrating.
with recursive own_tables as (
    select
        classes.oid,
        classes.relname
    from pg_catalog.pg_class as classes
    where classes.relnamespace = current_schema()::regnamespace
        and classes.relkind in ('r', 'p')
        and not classes.relispartition
        and classes.relname <> 'schema_history'
),

refers_to as (
    select distinct
        keys.conrelid as table_id,
        keys.confrelid as other_id
    from pg_catalog.pg_constraint as keys
    where keys.contype = 'f'
        and keys.conparentid = 0
        and keys.conrelid <> keys.confrelid
),

levels as (
    select
        own_tables.oid,
        0 as level
    from own_tables
    union
    select
        refers_to.table_id,
        levels.level + 1
    from levels
    inner join refers_to
        on refers_to.other_id = levels.oid
    where levels.level < 20
),

columns as (
    select
        attributes.attrelid,
        array_agg(attributes.attname::text order by attributes.attnum) as names
    from pg_catalog.pg_attribute as attributes
    where attributes.attnum > 0
        and not attributes.attisdropped
        and attributes.attgenerated = ''
    group by attributes.attrelid
),

days as (
    select
        parts.inhparent,
        array_agg(to_date(right(children.relname, 8), 'YYYYMMDD') order by children.relname) as days
    from pg_catalog.pg_inherits as parts
    inner join pg_catalog.pg_class as children
        on children.oid = parts.inhrelid
    where children.relname ~ '_[0-9]{8}$'
    group by parts.inhparent
)

select
    own_tables.relname::text as table_name,
    columns.names as column_names,
    format(
        'copy (select %s from %I) to stdout',
        (select string_agg(quote_ident(listed.name), ', ') from unnest(columns.names) as listed (name)),
        own_tables.relname
    ) as copy_out,
    coalesce(days.days, array[]::date[]) as days
from own_tables
inner join columns
    on columns.attrelid = own_tables.oid
inner join (select levels.oid, max(levels.level) as level from levels group by levels.oid) as deepest
    on deepest.oid = own_tables.oid
left join days
    on days.inhparent = own_tables.oid
order by
    deepest.level,
    own_tables.relname
