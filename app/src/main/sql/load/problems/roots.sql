-- One row per run to place that has a stored verdict: what the verdict says of the root of its failure. The node is the one
-- of the named cause where that failed first, else the first by name, as branches end in any order; the error is what that
-- node said, else what the run said, else the first error of its log. What told of the cause is
-- the first line that the verdict's first suspect cites, and the input to blame that of the first cause, else of the first
-- suspect. Of an error without a word that its pattern keeps, only a code says something. Where time ran out, the node reached is chance: only that
-- of a named cause counts.
create temporary table run_root on commit drop as
with verdicts as (
    select distinct on (stored.run_id)
        stored.run_id,
        stored.scenario_key,
        stored.diagnostic_category as verdict_class,
        stored.diagnostic_details,
        case when stored.diagnostic_details ->> 'about' = 'slowness' then 'slowness' else 'failure' end as problem_kind
    from unplaced_run
    inner join fact_run_diagnostic as stored
        on stored.run_id = unplaced_run.run_id
    where stored.diagnostic_type = 'root_cause'
    order by
        stored.run_id,
        stored.loaded_at desc,
        stored.node_key
),

nodes as (
    select distinct on (verdicts.run_id)
        verdicts.run_id,
        (failing.node ->> 'node_id')::uuid as node_id,
        failing.node ->> 'node_name' as node_name
    from verdicts
    cross join lateral jsonb_array_elements(
        case jsonb_typeof(verdicts.diagnostic_details -> 'first_failures')
            when 'array' then verdicts.diagnostic_details -> 'first_failures'
            else '[]'
        end
    ) as failing (node)
    where verdicts.problem_kind = 'failure'
    order by
        verdicts.run_id,
        failing.node ->> 'node_id' is distinct from verdicts.diagnostic_details #>> '{causes,0,node_id}',
        failing.node ->> 'node_name',
        failing.node ->> 'node_id'
)

select
    verdicts.run_id,
    verdicts.scenario_key,
    verdicts.problem_kind,
    verdicts.verdict_class,
    coalesce((verdicts.diagnostic_details ->> 'probability')::float8, 0) as verdict_probability,
    coalesce(told.fingerprint, '') as told_by,
    case
        when blamed.suspect is null then ''
        else left(
            concat_ws(
                ' of ',
                nullif(regexp_replace(blamed.suspect ->> 'input', '\[[0-9]+\]', '[]', 'g'), ''),
                nullif(blamed.suspect ->> 'node_name', '')
            ),
            300
        )
    end as blamed_input,
    (blamed.suspect ->> 'changed_at')::timestamptz as typed_at,
    runs.run_started_at,
    runs.model_key,
    case
        when verdicts.problem_kind = 'slowness' then ''
        when runs.run_outcome = 'timeout'
            then left(coalesce(verdicts.diagnostic_details #>> '{causes,0,node_name}', ''), 200)
        else left(coalesce(nodes.node_name, ''), 200)
    end as node_name,
    case
        when replace(patterns.pattern, '<*>', '') ~ '[A-Za-z]{3}|[0-9]{3}|[^\u0001-\u007f]' then patterns.fingerprint
        else coalesce('code:' || substring(said.error_message, '\m[A-Z][A-Z0-9_]*-?[0-9]{3,7}\M'), '')
    end as root_fingerprint,
    coalesce(nullif(patterns.error_category, 'uncategorized'), '') as error_category
from verdicts
inner join fact_scenario_run as runs
    on runs.scenario_key = verdicts.scenario_key
    and runs.run_id = verdicts.run_id
left join nodes
    on nodes.run_id = verdicts.run_id
left join lateral (
    select
        calculations.error_pattern_key,
        calculations.error_message
    from dim_node
    inner join fact_node_calc_detail as calculations
        on calculations.run_id = verdicts.run_id
        and calculations.node_key = dim_node.node_key
    where dim_node.node_id = nodes.node_id
        and calculations.calc_outcome in ('failed', 'timeout')
        and calculations.error_pattern_key is not null
    order by
        calculations.event_tag,
        calculations.calc_id
    limit 1
) as said
    on true
left join lateral (
    select lines.error_pattern_key
    from fact_cloudwatch_log as lines
    where lines.run_id = verdicts.run_id
        and lines.severity in ('ERROR', 'FATAL')
        and lines.error_pattern_key is not null
        and lines.log_timestamp between runs.run_started_at - interval '1 day' and runs.run_started_at + interval '2 days'
    order by
        lines.log_timestamp,
        lines.log_key
    limit 1
) as logged
    on said.error_pattern_key is null
    and runs.error_pattern_key is null
left join dim_error_pattern as patterns
    on verdicts.problem_kind = 'failure'
    and patterns.error_pattern_key = coalesce(said.error_pattern_key, runs.error_pattern_key, logged.error_pattern_key)
left join lateral (
    select
        coalesce(
            verdicts.diagnostic_details #> '{causes,0}', verdicts.diagnostic_details #> '{suspects,0}'
        ) as suspect
) as blamed
    on verdicts.problem_kind = 'failure'
    and verdicts.verdict_class = 'input'
left join lateral (
    select telling.fingerprint
    from jsonb_path_query(
        verdicts.diagnostic_details, '$.suspects[0] ? (@.class == "upstream").evidence[*].log_keys[*]'
    ) with ordinality as cited (log_key, place)
    inner join fact_cloudwatch_log as lines
        on lines.log_key = (cited.log_key #>> '{}')::bigint
        and lines.error_pattern_key is not null
        and lines.log_timestamp between runs.run_started_at - interval '2 days' and runs.run_started_at + interval '2 days'
    inner join dim_error_pattern as telling
        on telling.error_pattern_key = lines.error_pattern_key
    order by cited.place
    limit 1
) as told
    on verdicts.problem_kind = 'failure'
    and verdicts.verdict_class = 'upstream'
