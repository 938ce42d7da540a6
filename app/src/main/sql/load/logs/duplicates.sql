-- Of events that came twice, the copy that came first stays. Two events with one id in one group are one event. Looked for
-- only where an id was seen that may have been seen before.
delete from log_line as copies
using (
    select
        lines.log_group,
        lines.event_id,
        min(lines.line_no) as line_no
    from log_line as lines
    inner join (
        select distinct
            suspects.log_group,
            suspects.event_id
        from log_line as suspects
        where suspects.may_be_copy
    ) as suspect
        on suspect.log_group = lines.log_group
        and suspect.event_id = lines.event_id
    group by
        lines.log_group,
        lines.event_id
    having count(*) > 1
) as firsts
where copies.log_group = firsts.log_group
    and copies.event_id = firsts.event_id
    and copies.line_no <> firsts.line_no
