-- The runs to place; those that failed of the same error within three days of one of them, or of nothing said at the same node
-- within hours. And some that stay where they are: for outages those that failed of anything within hours (of a relative, within
-- half an hour), and for wrong versions of a model those that it made fail at the same node within three days.
with spans as (
    select
        run_root.problem_kind,
        run_root.root_fingerprint,
        run_root.model_key,
        min(run_root.run_started_at) as from_time,
        max(run_root.run_started_at) as until_time
    from run_root
    group by
        run_root.problem_kind,
        run_root.root_fingerprint,
        run_root.model_key
),

alike as (
    select distinct
        known.scenario_key,
        known.run_id,
        known.problem_kind,
        known.run_started_at
    from spans
    inner join fact_problem_run as known
        on known.root_fingerprint = spans.root_fingerprint
        and known.run_started_at between spans.from_time - interval '72 hours' and spans.until_time + interval '72 hours'
        and known.problem_kind = spans.problem_kind
        and (known.model_key = spans.model_key or known.root_fingerprint <> '')
),

relatives as (
    select
        alike.scenario_key,
        alike.run_id,
        false as is_settled
    from alike
    union
    select
        known.scenario_key,
        known.run_id,
        true as is_settled
    from alike
    inner join fact_problem_run as known
        on known.run_started_at between alike.run_started_at - interval '30 minutes'
        and alike.run_started_at + interval '30 minutes'
        and known.problem_kind = 'failure'
    where alike.problem_kind = 'failure'
    union
    select
        known.scenario_key,
        known.run_id,
        true as is_settled
    from run_root
    inner join fact_problem_run as known
        on known.run_started_at between run_root.run_started_at - interval '6 hours'
        and run_root.run_started_at + interval '6 hours'
        and known.problem_kind = 'failure'
    where run_root.problem_kind = 'failure'
    union
    select
        known.scenario_key,
        known.run_id,
        true as is_settled
    from run_root
    inner join fact_problem_run as known
        on known.run_started_at between run_root.run_started_at - interval '72 hours'
        and run_root.run_started_at + interval '72 hours'
        and known.model_key = run_root.model_key
        and known.node_name = run_root.node_name
        and known.verdict_class = 'model'
    where run_root.verdict_class = 'model'
)

select
    run_root.run_id,
    run_root.scenario_key,
    run_root.problem_kind,
    run_root.verdict_class,
    run_root.verdict_probability,
    run_root.told_by,
    run_root.blamed_input,
    run_root.typed_at,
    run_root.root_fingerprint,
    run_root.error_category,
    run_root.node_name,
    run_root.model_key,
    (
        select max(dim_release.released_at)
        from dim_release
        where dim_release.model_key = run_root.model_key
            and dim_release.model_key > 0
            and dim_release.released_at <= run_root.run_started_at
    ) as version_at,
    run_root.run_started_at,
    dim_problem.problem_class as home_class,
    dim_problem.root_fingerprint as home_identity,
    dim_problem.node_name as home_node,
    false as is_settled
from run_root
left join fact_problem_run as known
    on known.scenario_key = run_root.scenario_key
    and known.run_id = run_root.run_id
left join dim_problem
    on dim_problem.problem_key = known.problem_key
union all
select
    known.run_id,
    known.scenario_key,
    known.problem_kind,
    known.verdict_class,
    known.verdict_probability,
    known.told_by,
    known.blamed_input,
    known.typed_at,
    known.root_fingerprint,
    coalesce(nullif(min(dim_error_pattern.error_category), 'uncategorized'), '') as error_category,
    known.node_name,
    known.model_key,
    (
        select max(dim_release.released_at)
        from dim_release
        where dim_release.model_key = known.model_key
            and dim_release.model_key > 0
            and dim_release.released_at <= known.run_started_at
    ) as version_at,
    known.run_started_at,
    dim_problem.problem_class as home_class,
    dim_problem.root_fingerprint as home_identity,
    dim_problem.node_name as home_node,
    bool_and(relatives.is_settled) as is_settled
from relatives
inner join fact_problem_run as known
    on known.scenario_key = relatives.scenario_key
    and known.run_id = relatives.run_id
inner join dim_problem
    on dim_problem.problem_key = known.problem_key
left join dim_error_pattern
    on dim_error_pattern.fingerprint = known.root_fingerprint
where not exists (select from unplaced_run where unplaced_run.run_id = known.run_id)
group by
    known.scenario_key,
    known.run_id,
    dim_problem.problem_key
