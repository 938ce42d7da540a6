-- What a viewer who does not see all may see of the log, found faster: which patterns without reading the lines, which lines
-- without planning a subquery for each of their days. Who sees what stays as it was; a pattern stays seen when its lines have
-- left, as its counts do.

create function seen_scenario_ids() returns jsonb
language sql stable parallel safe
begin atomic
    select coalesce(jsonb_object_agg(dim_scenario.scenario_id, true), '{}')
    from dim_scenario;
end;
comment on function seen_scenario_ids is 'The scenarios the viewer sees, as keys of an object: looked up by halving, where an array is read to its end.';

drop policy seen on fact_cloudwatch_log;
create policy seen on fact_cloudwatch_log using (
    (select sees_all())
    or (select seen_scenario_ids()) ? scenario_id::text
);

-- Each condition is asked by index for a pattern or two, and once for all patterns in a question about many.
drop policy seen on dim_error_pattern;
create policy seen on dim_error_pattern using (
    (select sees_all())
    or exists (
        select
        from agg_error_pattern_subject as lines
        where
            lines.error_pattern_key = dim_error_pattern.error_pattern_key
            and lines.subject_type = 'scenario'
            and lines.line_count > 0
    )
    or exists (
        select
        from fact_scenario_run as run
        where
            run.error_pattern_key = dim_error_pattern.error_pattern_key
            and run.error_pattern_key is not null
    )
    or exists (
        select
        from fact_node_calc_detail as calculation
        where
            calculation.error_pattern_key = dim_error_pattern.error_pattern_key
            and calculation.error_pattern_key is not null
    )
);
