-- The chain of digests that proves the history: what each load wrote of the historical tables, row by row, and a hash over
-- that and the entry before. Rows are hashed by the program, which knows what of each table is covered.

create table audit_chain (
    entry_no bigint primary key,
    etl_run_id bigint not null,
    row_count bigint not null,
    previous_hash bytea not null,
    entry_hash bytea not null,
    written_at timestamptz not null,
    loaded_at timestamptz not null default now()
);
comment on table audit_chain is 'One row per load or decision that wrote something of the history: an entry of the chain that rca verify --audit checks. Rows are never changed or removed.';
comment on column audit_chain.entry_no is 'Its place: 1, 2, 3, without a gap.';
comment on column audit_chain.etl_run_id is 'The load or decision.';
comment on column audit_chain.row_count is 'Rows it added, changed or removed.';
comment on column audit_chain.previous_hash is 'entry_hash of the entry before; empty for the first.';
comment on column audit_chain.entry_hash is 'SHA-256 over the other columns but loaded_at, and the hashes of its parts.';
comment on column audit_chain.written_at is 'When its transaction began; the rows it wrote have it as loaded_at.';
comment on column audit_chain.loaded_at is 'When this row was written.';

create table audit_chain_part (
    audit_part_key bigint generated always as identity primary key,
    entry_no bigint not null,
    table_name text not null,
    day date,
    row_ids text[] not null,
    old_hashes bytea[],
    new_hashes bytea[],
    part_hash bytea not null,
    loaded_at timestamptz not null default now()
);
-- Hashes do not compress.
alter table audit_chain_part alter column row_ids set storage external;
alter table audit_chain_part alter column old_hashes set storage external;
alter table audit_chain_part alter column new_hashes set storage external;
create index audit_chain_part_entry on audit_chain_part (entry_no);
create index audit_chain_part_table on audit_chain_part (table_name);
comment on table audit_chain_part is 'What an entry of the chain wrote of one table and day; a large one in several parts.';
comment on index audit_chain_part_entry is 'For the parts of an entry.';
comment on index audit_chain_part_table is 'For what the chain knows of a table.';
comment on column audit_chain_part.audit_part_key is 'Surrogate key.';
comment on column audit_chain_part.entry_no is 'The entry.';
comment on column audit_chain_part.table_name is 'The table.';
comment on column audit_chain_part.day is 'UTC day of the rows; null where they have none.';
comment on column audit_chain_part.row_ids is 'The rows, by what names them in their table.';
comment on column audit_chain_part.old_hashes is 'SHA-256 of each row before; null for one that was added, and as a whole when all were.';
comment on column audit_chain_part.new_hashes is 'SHA-256 of each row afterwards; null for one that was removed.';
comment on column audit_chain_part.part_hash is 'SHA-256 over table, day, ids and hashes.';
comment on column audit_chain_part.loaded_at is 'When this row was written.';

-- Notes which rows a statement adds, changes and removes, where the transaction has made the two tables for that: it says in
-- audited_table how the rows of each table are hashed.
create function note_audited_rows() returns trigger
language plpgsql as $$
declare
    insert_sql text := 'insert into pg_temp.audit_note (table_name, is_new, row_id, day, row_hash)'
        || ' select %L, %L::boolean, noted.row_id, noted.day, noted.row_hash from (%s) as noted';
    hashed text;
begin
    if to_regclass('pg_temp.audited_table') is null then
        return null;
    end if;
    select audited.row_sql into hashed
    from pg_temp.audited_table as audited
    where audited.table_name = tg_table_name;
    if hashed is null then
        return null;
    end if;
    if tg_op <> 'INSERT' then
        execute format(insert_sql, tg_table_name, false, replace(hashed, ':rows', 'old_rows'));
    end if;
    if tg_op <> 'DELETE' then
        execute format(insert_sql, tg_table_name, true, replace(hashed, ':rows', 'new_rows'));
    end if;
    return null;
end;
$$;
comment on function note_audited_rows is 'Notes for the chain which rows of a historical table a statement writes.';

do $$
declare
    audited text;
begin
    foreach audited in array array[
        'dim_event_type', 'dim_model', 'dim_node', 'dim_scenario', 'dim_user', 'fact_event_input_change',
        'fact_node_calc_detail', 'fact_scenario_input_change', 'fact_scenario_run', 'fact_scenario_state_change',
        'fact_user_action', 'view_scenario_audit_trail'
    ] loop
        execute format(
            'create trigger note_inserted after insert on %I referencing new table as new_rows
            for each statement execute function note_audited_rows()',
            audited
        );
        execute format(
            'create trigger note_updated after update on %I referencing old table as old_rows new table as new_rows
            for each statement execute function note_audited_rows()',
            audited
        );
        execute format(
            'create trigger note_deleted after delete on %I referencing old table as old_rows
            for each statement execute function note_audited_rows()',
            audited
        );
    end loop;
end;
$$;
