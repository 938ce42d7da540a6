-- A problem that people acted on and that has lost its last run to one other is merged into that: what they decided stays in
-- force. Noted as an act, so that it can be taken back. Repeating it is harmless: a merged problem is left alone.
with merges as (
    insert into fact_problem_action (problem_key, action_id, action_type, acted_by, note, argument, acted_at)
    select
        emptied.problem_key,
        left(md5(concat_ws('|', emptied.problem_id, target.problem_id, now())), 12),
        'merge',
        'diagnosis',
        'its runs were explained anew',
        target.problem_id,
        now()
    from dim_problem as emptied
    inner join lateral (
        select min(struck.problem_key) as problem_key
        from fact_problem_run as struck
        where struck.moved_from_key = emptied.problem_key
            and struck.moved_at = now()
        having count(distinct struck.problem_key) = 1
    ) as moved
        on true
    inner join dim_problem as target
        on target.problem_key = moved.problem_key
    where emptied.merged_into_key is null
        and emptied.problem_key <> problem_target(target.problem_key)
        and exists (select from fact_problem_action as acts where acts.problem_key = emptied.problem_key)
        and not exists (select from fact_problem_run as struck where struck.problem_key = emptied.problem_key)
    returning
        fact_problem_action.problem_key,
        fact_problem_action.argument
)

update dim_problem
set
    merged_into_key = target.problem_key,
    loaded_at = now()
from merges
inner join dim_problem as target
    on target.problem_id = merges.argument
where dim_problem.problem_key = merges.problem_key
