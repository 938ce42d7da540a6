-- An act on this problem, or on one merged into it, that can be taken back: it is none that takes back, and was not taken back. One row, or none.
select
    acts.action_type,
    acts.problem_key
from fact_problem_action as acts
where acts.action_id = ?
    and ? in (acts.problem_key, problem_target(acts.problem_key))
    and acts.action_type <> 'undo'
    and not exists (
        select
        from fact_problem_action as undoing
        where undoing.undoes_action_id = acts.action_id
    )
