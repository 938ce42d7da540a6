-- One row per table to be analysed after this transaction has written to ?: a table without parts always; one with parts
-- itself, which covers them all, once it has grown by a tenth; before that those of its parts that have. So the cost
-- follows the change. The counts are of this transaction, and at hand at once.
with written as (
    select ?::regclass as name
),

parts as (
    select
        inherits.inhrelid::regclass as name,
        greatest(tables.reltuples, 0) as rows_before,
        coalesce(changes.n_tup_ins + changes.n_tup_upd + changes.n_tup_del, 0) as rows_changed
    from written
    inner join pg_catalog.pg_inherits as inherits
        on inherits.inhparent = written.name
    inner join pg_catalog.pg_class as tables
        on tables.oid = inherits.inhrelid
    left join pg_catalog.pg_stat_xact_user_tables as changes
        on changes.relid = inherits.inhrelid
),

whole as (
    select coalesce(sum(parts.rows_changed) * 10 >= sum(parts.rows_before), true) as has_grown
    from parts
)

select written.name::text
from written
cross join whole
where whole.has_grown
union all
select parts.name::text
from parts
cross join whole
where not whole.has_grown
    and parts.rows_changed > 0
    and parts.rows_changed * 10 >= parts.rows_before
order by 1
