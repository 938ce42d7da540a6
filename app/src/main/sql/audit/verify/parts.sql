-- The parts that are not what they were when they were written, or that no entry knows.
select
    parts.entry_no,
    parts.table_name,
    parts.day
from audit_chain_part as parts
left join audit_chain as entries
    on entries.entry_no = parts.entry_no
where entries.entry_no is null
    or parts.part_hash <> :hash_of_part
order by parts.entry_no, parts.table_name, parts.day
