-- Lines without an owner can be asked for by the kind of reason, too.

create or replace view view_unlinked_log as
select
    log.log_key,
    log.log_timestamp,
    log.log_group,
    log.log_stream,
    log.severity,
    log.error_category,
    case log.link
        when 'none' then coalesce('unparsed: ' || log.unparsed_reason, 'names no id')
        else concat_ws(
            ', ',
            'run ' || log.run_id || ' is not in the warehouse',
            'request ' || log.correlation_id || ' started no run and belongs to no action',
            'scenario ' || log.scenario_id || ' is not in the warehouse',
            case
                when coalesce(log.run_id, log.correlation_id, log.scenario_id) is null then 'names only a node'
            end
        )
    end as reason,
    log.message,
    case
        when log.link = 'none' and log.unparsed_reason is not null then 'unparsed'
        when log.link = 'none' then 'no_id'
        when log.run_id is not null then 'unknown_run'
        when log.correlation_id is not null then 'unknown_request'
        when log.scenario_id is not null then 'unknown_scenario'
        else 'only_node'
    end as reason_kind
from fact_cloudwatch_log as log
where log.link in ('unknown', 'none');
comment on column view_unlinked_log.reason_kind is 'The same in one word: unparsed, no_id, unknown_run, unknown_request, unknown_scenario or only_node; of several the first.';

create index fact_cloudwatch_log_unlinked on fact_cloudwatch_log (log_timestamp, log_key)
    where link in ('unknown', 'none') and severity in ('ERROR', 'FATAL');
comment on index fact_cloudwatch_log_unlinked is 'For the error lines that belong to nothing we know.';
