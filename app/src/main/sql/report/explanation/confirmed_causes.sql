-- One row per cause that people confirmed of runs with an error pattern before this run: the last word on each of the newest 200
-- runs judged, what was taken back left out.
with judged as (
    select
        run.run_id,
        run.run_started_at
    from fact_scenario_run as run
    where
        run.error_pattern_key = :error_pattern_key
        and run.run_started_at < :until_time::timestamptz
        and exists (select from fact_problem_action as act where act.run_id = run.run_id)
    order by run.run_started_at desc
    limit 200
),

last_words as (
    select distinct on (act.run_id)
        act.run_id,
        act.cause_class,
        act.cause_node_id,
        act.cause_input
    from judged
    inner join fact_problem_action as act
        on judged.run_id = act.run_id
    where
        not exists (
            select
            from fact_problem_action as undoing
            where undoing.undoes_action_id = act.action_id
        )
    order by
        act.run_id,
        act.acted_at desc
)

select
    last_words.cause_class,
    last_words.cause_node_id as node_id,
    last_words.cause_input as input,
    count(*) as runs
from last_words
where last_words.cause_class is not null
group by
    last_words.cause_class,
    last_words.cause_node_id,
    last_words.cause_input
order by
    count(*) desc,
    last_words.cause_class,
    last_words.cause_node_id,
    last_words.cause_input
limit :row_limit
