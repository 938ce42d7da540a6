-- Says who asks, and sheds the rights of the owner where there is a role to read as; for this transaction. One row: the version
-- published last (0 before the first), the time of the source's snapshot behind it, and up to when the log events of all groups
-- are complete (null when no group was ever read, or one of them never).
select
    coalesce(max(etl_run.version), 0) as version,
    (
        select latest_run.source_snapshot_at
        from etl_run as latest_run
        where
            latest_run.status in ('published', 'unchanged')
            and latest_run.source_snapshot_at is not null
        order by latest_run.etl_run_id desc
        limit 1
    ) as fresh_to,
    (
        select case when count(*) = count(log_group.complete_to) then min(log_group.complete_to) end
        from etl_log_group as log_group
    ) as logs_complete_to,
    set_config('rca.viewer', :viewer, true) as viewer,
    set_config(
        'role',
        coalesce(
            (
                select readers.rolname
                from pg_roles as readers
                where
                    readers.rolname = current_schema() || :role_ending::text
                    and pg_has_role(session_user, readers.oid, 'member')
            ),
            'none'
        ),
        true
    ) as reading_as
from etl_run
