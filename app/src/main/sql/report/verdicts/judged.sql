-- One row per judgement of a person on the verdict of a run, the newest first.
select
    act.action_id,
    case act.action_type when 'verdict_right' then 'right' else 'wrong' end as judgement,
    act.acted_by,
    act.argument as cause,
    act.cause_class,
    act.note,
    act.acted_at,
    exists (
        select
        from fact_problem_action as undoing
        where undoing.undoes_action_id = act.action_id
    ) as is_undone
from fact_problem_action as act
where
    act.run_id = :run_id
    and act.action_type in ('verdict_right', 'verdict_wrong')
order by
    act.acted_at desc,
    act.problem_action_key desc
limit :row_limit
