-- One row per class that verdicts said, over the runs whose verdict people judged: the last word on each run that was not taken
-- back, beside what had been said when it was judged.
with last_words as (
    select distinct on (act.run_id)
        act.run_id,
        act.action_type,
        act.argument,
        act.cause_class,
        act.acted_at
    from fact_problem_action as act
    where
        act.run_id is not null
        and act.action_type in ('verdict_right', 'verdict_wrong')
        and not exists (
            select
            from fact_problem_action as undoing
            where undoing.undoes_action_id = act.action_id
        )
    order by
        act.run_id,
        act.acted_at desc
)

select
    said.verdict_class,
    count(*) as judged,
    count(*) filter (where last_words.action_type = 'verdict_right') as found_right,
    count(*) filter (where said.cause is not null) as named,
    count(*) filter (where said.cause is not null and last_words.action_type = 'verdict_right') as named_right,
    count(*) filter (where last_words.cause_class is not null) as known,
    count(*) filter (where last_words.cause_class is not null and said.first_suspect = last_words.argument) as first_right
from last_words
inner join fact_scenario_run as run
    on last_words.run_id = run.run_id
cross join lateral (
    select
        verdict.verdict_class,
        verdict.cause,
        verdict.first_suspect
    from fact_run_verdict as verdict
    where
        verdict.scenario_key = run.scenario_key
        and verdict.run_id = run.run_id
        and (verdict.said_at <= last_words.acted_at or verdict.verdict_no = 1)
    order by verdict.verdict_no desc
    limit 1
) as said
group by said.verdict_class
order by said.verdict_class
