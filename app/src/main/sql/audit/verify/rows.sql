-- One row per row of a table that is not as loads wrote it: against the last the chain says of it, and, where a load wrote it
-- over, against what that load found. At most :limit rows, each with how many there are.
with noted as (
    select
        parts.entry_no,
        parts.day,
        listed.row_id,
        listed.old_hash,
        listed.new_hash
    from audit_chain_part as parts
    cross join lateral unnest(parts.row_ids, parts.old_hashes, parts.new_hashes) as listed (row_id, old_hash, new_hash)
    where parts.table_name = :table_name
),

states as (
    select
        noted.*,
        lag(noted.new_hash) over history as known_hash,
        lead(noted.entry_no) over history is null as is_last
    from noted
    window history as (partition by noted.row_id, noted.day order by noted.entry_no)
),

present as (
    select
        audited_rows.*,
        count(*) over (partition by audited_rows.row_id, audited_rows.day) as copies
    from (:rows) as audited_rows
),

overwritten as (
    select
        states.day,
        states.row_id,
        case when states.known_hash is null then 'added' when states.old_hash is null then 'removed' else 'changed' end as what,
        states.entry_no as before_entry
    from states
    where states.old_hash is distinct from states.known_hash
),

different as (
    select
        coalesce(present.day, states.day) as day,
        coalesce(present.row_id, states.row_id) as row_id,
        case
            when present.row_id is null then 'removed'
            when states.new_hash is null or present.copies > 1 then 'added'
            else 'changed'
        end as what,
        null::bigint as before_entry
    from (select * from states where states.is_last and states.new_hash is not null) as states
    full join present
        on present.row_id = states.row_id
        and present.day is not distinct from states.day
    where states.new_hash is distinct from present.row_hash
        or present.copies > 1
),

findings as (
    select * from overwritten
    union all
    select * from different
)

select
    findings.*,
    count(*) over () as finding_count
from findings
order by findings.before_entry nulls last, findings.day, findings.row_id
limit :limit
