-- A copy of an event that went into a longer one, such as a line of a stack trace that came a second time, late and
-- alone, is no line of its own.
delete from log_line as copies
using (
    select
        lines.line_no,
        lines.log_group,
        substr(parts.part, strpos(parts.part, ' ') + 1) as event_id
    from log_line as lines
    cross join lateral unnest(lines.later_parts) as parts (part)
    where lines.later_parts is not null
) as members
where copies.log_group = members.log_group
    and copies.event_id = members.event_id
    and copies.line_no <> members.line_no
    and (copies.later_parts is null or members.line_no < copies.line_no)
