-- The first statement of every question, kept as a function so that its plans are made once a connection: as a statement of
-- its own it was planned anew for each question, which took longer than most answers.
create function enter(viewer_json text, role_ending text)
returns table (version bigint, fresh_to timestamptz, logs_complete_to timestamptz)
language plpgsql
as $$
declare
    reading_role text := current_schema() || role_ending;
begin
    select coalesce(max(etl_run.version), 0) into enter.version
    from etl_run;

    select latest_run.source_snapshot_at into enter.fresh_to
    from etl_run as latest_run
    where
        latest_run.status in ('published', 'unchanged')
        and latest_run.source_snapshot_at is not null
    order by latest_run.etl_run_id desc
    limit 1;

    select case when count(*) = count(log_group.complete_to) then min(log_group.complete_to) end into enter.logs_complete_to
    from etl_log_group as log_group;

    perform set_config('rca.viewer', viewer_json, true);
    if to_regrole(quote_ident(reading_role)) is null or not pg_has_role(session_user, reading_role, 'member') then
        reading_role := 'none';
    end if;
    perform set_config('role', reading_role, true);
    return next;
end;
$$;
comment on function enter is 'Says for whom a transaction asks, sheds the rights of the owner, and tells what is published.';
