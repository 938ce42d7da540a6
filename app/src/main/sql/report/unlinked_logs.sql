-- One row per log line that belongs to no run, action or scenario we know, since a time, the newest first, after the one the
-- cursor names, with the reason.
-- plan: anew
select
    unlinked.log_key,
    unlinked.log_timestamp as timestamp,
    unlinked.log_group,
    unlinked.log_stream,
    unlinked.severity,
    unlinked.error_category as category,
    unlinked.reason_kind,
    unlinked.reason,
    left(unlinked.message, 1000) as message
from view_unlinked_log as unlinked
where
    unlinked.log_timestamp >= :from_time::timestamptz
    and (not :is_errors::boolean or unlinked.severity in ('ERROR', 'FATAL'))
    and (:severity::text is null or unlinked.severity = :severity::text)
    and (:reason::text is null or unlinked.reason_kind = :reason::text)
    and (:log_group::text is null or unlinked.log_group = :log_group::text)
    and (
        :after_time::timestamptz is null
        or (unlinked.log_timestamp, unlinked.log_key) < (:after_time::timestamptz, :after_key::bigint)
    )
order by
    unlinked.log_timestamp desc,
    unlinked.log_key desc
limit :row_limit
