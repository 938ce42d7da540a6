-- Says who asks, and sheds the rights of the owner where there is a role to read as; for this transaction. One row: the version published last (0 before the first), and the time of the source's snapshot behind it.
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
