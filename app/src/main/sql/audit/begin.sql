-- What the triggers of the historical tables read and fill, for this transaction.
create temporary table audited_table (
    table_name text not null,
    row_sql text not null
) on commit drop;

create temporary table audit_note (
    note_no bigint generated always as identity,
    is_new boolean not null,
    table_name text not null,
    day date,
    row_id text not null,
    row_hash bytea not null
) on commit drop
