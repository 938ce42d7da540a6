-- Log lines whose pattern is to be found again, with the kind they are of now.
create temporary table log_relabel (
    log_timestamp timestamptz not null,
    log_group text not null,
    event_id text not null,
    class_no int not null
) on commit drop
