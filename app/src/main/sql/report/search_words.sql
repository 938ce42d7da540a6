-- One row per word of the names that the viewer sees, for what was misspelt; how often it occurs decides between two.
with names as (
    select scenario.scenario_name as name
    from dim_scenario as scenario
    where scenario.scenario_key > 0
    union all
    select node.node_name as name
    from dim_node as node
    where node.node_key > 0
    union all
    select concat_ws(' ', model.model_name, model.therapeutic_area, model.disease_area) as name
    from dim_model as model
    where model.model_key > 0
    union all
    select concat_ws(' ', person.user_id, person.display_name) as name
    from dim_user as person
    where
        person.user_key > 0
        and (
            (select sees_all())
            or exists (
                select
                from fact_user_action as action
                where action.user_key = person.user_key
            )
        )
)

select
    words.word,
    count(*) as occurrence_count
from names
cross join lateral regexp_split_to_table(lower(names.name), '[^[:alnum:]]+') as words (word)
where length(words.word) between 3 and 40
group by words.word
order by
    count(*) desc,
    words.word
limit 50000
