-- Makes room for the bare copy of the lines: their own table, emptied, and one like it without days and indexes.
truncate fact_cloudwatch_log;
create table bench_bare (like fact_cloudwatch_log including defaults);
alter table bench_bare alter log_key drop not null
