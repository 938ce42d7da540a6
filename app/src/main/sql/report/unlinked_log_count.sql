-- One row: how many such lines there are, listed or not.
-- plan: anew
select count(*) as line_count
from view_unlinked_log as unlinked
where
    unlinked.log_timestamp >= :from_time::timestamptz
    and (not :is_errors::boolean or unlinked.severity in ('ERROR', 'FATAL'))
    and (:severity::text is null or unlinked.severity = :severity::text)
    and (:reason::text is null or unlinked.reason_kind = :reason::text)
    and (:log_group::text is null or unlinked.log_group = :log_group::text)
