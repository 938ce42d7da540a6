-- Of events that came twice, the copy that came first stays. Two events with one id in one group are one event.
delete from log_line as copies
using (
    select
        lines.log_group,
        lines.event_id,
        min(lines.line_no) as line_no
    from log_line as lines
    group by
        lines.log_group,
        lines.event_id
    having count(*) > 1
) as firsts
where copies.log_group = firsts.log_group
    and copies.event_id = firsts.event_id
    and copies.line_no <> firsts.line_no
