-- Where numbers first went astray is told by what each node put out: its leaves are kept, in short.
alter table ${staging}.stg_calculation add column output_values text;
comment on column ${staging}.stg_calculation.output_values is 'The leaves of the output, in short.';
alter table ${staging}.stg_calculation alter column output_values set statistics 0;

alter table fact_node_calc_detail add column output_values text;
alter table fact_node_calc_detail alter column output_values set statistics 0;
comment on column fact_node_calc_detail.output_values is 'The leaves of output_data in the order they are stored, as a JSON array; of a long one the first 900 and the last 300 characters. Null without an output, for one of more than 16 KB, and for calculations loaded before version 25.';

create index fact_cloudwatch_log_ambient on fact_cloudwatch_log (log_timestamp)
    where run_id is null and correlation_id is null and error_pattern_key is not null;
comment on index fact_cloudwatch_log_ambient is 'For what machines and feeds said of themselves while a run failed.';
