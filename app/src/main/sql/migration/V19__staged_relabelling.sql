-- What a person's decision about patterns stages has a table, as everything else that is staged: one step writes the
-- patterns, whatever the reason.
create unlogged table ${staging}.log_relabel (
    log_timestamp timestamptz not null,
    log_group text not null,
    event_id text not null,
    class_no int not null
);
comment on table ${staging}.log_relabel is 'One row per stored log line whose pattern is to be found again: its kind now.';
comment on column ${staging}.log_relabel.log_timestamp is 'Time of the line, as stored.';
comment on column ${staging}.log_relabel.log_group is 'Log group of the line.';
comment on column ${staging}.log_relabel.event_id is 'Id of the line within its log group.';
comment on column ${staging}.log_relabel.class_no is 'Its kind now: a row of log_class.';

-- A text of any length, which no index could hold.
alter table ${staging}.error_class drop constraint error_class_pkey;
