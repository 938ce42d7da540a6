-- One row per index, foreign key and trigger of a table: how to drop it and how to make it again, with its comment. Constraints
-- come first when dropping; the order reversed is the order of making.
select
    'alter table ' || ? || ' drop constraint ' || quote_ident(constraints.conname) as drop_sql,
    'alter table ' || ? || ' add constraint ' || quote_ident(constraints.conname) || ' '
    || pg_get_constraintdef(constraints.oid) as make_sql
from pg_catalog.pg_constraint as constraints
where constraints.conrelid = ?::regclass
    and constraints.contype in ('f', 'p')
union all
select
    'drop index ' || indexes.indexrelid::regclass,
    replace(pg_get_indexdef(indexes.indexrelid), ' ON ONLY ', ' ON ')
    || coalesce(
        '; comment on index ' || indexes.indexrelid::regclass || ' is '
        || quote_literal(obj_description(indexes.indexrelid, 'pg_class')),
        ''
    )
from pg_catalog.pg_index as indexes
where indexes.indrelid = ?::regclass
    and not indexes.indisprimary
union all
select
    'drop trigger ' || quote_ident(triggers.tgname) || ' on ' || triggers.tgrelid::regclass,
    pg_get_triggerdef(triggers.oid)
from pg_catalog.pg_trigger as triggers
where triggers.tgrelid = ?::regclass
    and not triggers.tgisinternal
