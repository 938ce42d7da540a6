-- What is new, and how bad an error pattern is, are decided here, for every reader.
create function is_new(first_seen_at timestamptz, at_time timestamptz) returns boolean
language sql immutable parallel safe
return first_seen_at > at_time - interval '7 days';
comment on function is_new is 'Whether something was first seen in the seven days before a time; null when nobody knows.';

create or replace function problem_state(
    is_open boolean, episode_count int, first_seen_at timestamptz, ignored_until timestamptz, at_time timestamptz
) returns text
language sql immutable parallel safe
return case
    when ignored_until > at_time then 'ignored'
    when not is_open then 'resolved'
    when episode_count > 1 then 'regressed'
    when is_new(first_seen_at, at_time) then 'new'
    else 'ongoing'
end;

create function pattern_severity(pattern_fingerprint text, logged_severity text) returns text
language sql stable parallel safe
begin atomic
    select
        case
            when count(distinct struck.scenario_key) >= 3 then 'critical'
            when count(*) > 0 then 'major'
            when logged_severity in ('critical', 'major') then 'minor'
            else 'info'
        end
    from fact_problem_run as struck
    where
        struck.root_fingerprint = pattern_fingerprint
        and struck.problem_kind = 'failure';
end;
comment on function pattern_severity is 'critical: runs of three scenarios or more that the viewer sees failed of it; major: a run did; minor: it was an error, and no run is known to have failed of it; info: neither.';

comment on column dim_error_pattern.severity is 'Highest severity it was seen with: critical, major, minor, info. How bad it is tells pattern_severity.';
