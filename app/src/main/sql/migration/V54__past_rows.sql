-- What reports told at an earlier time can be told again: rows are kept as they stood before a load or a person's act changed
-- or removed them, and each load and act notes under which time it wrote.
alter table etl_run add column written_at timestamptz;
comment on column etl_run.written_at is 'When the transaction began that published it; the rows it wrote have it as loaded_at. Null when nothing was published, and before earlier states were kept.';

create table past_row (
    past_row_key bigint generated always as identity primary key,
    table_name text not null,
    scenario_key int,
    problem_key int,
    run_id uuid,
    content jsonb not null,
    written_at timestamptz not null,
    replaced_at timestamptz not null,
    loaded_at timestamptz not null default now()
);
create index past_row_scenario on past_row (table_name, scenario_key);
create index past_row_problem on past_row (table_name, problem_key) where problem_key is not null;
create index past_row_run on past_row (run_id, table_name) where run_id is not null;
comment on table past_row is 'One row per row of a table as it stood before a load or an act changed or removed it, for what was known at an earlier time. Verdicts, failed calculations, runs, scenarios, problems, their episodes, and the audit trail are kept so.';
comment on index past_row_scenario is 'For the audit trail as of a time.';
comment on index past_row_problem is 'For a problem as of a time.';
comment on index past_row_run is 'For the verdict on a run as of a time.';
comment on column past_row.past_row_key is 'Surrogate key.';
comment on column past_row.table_name is 'The table it stood in. Example: dim_problem.';
comment on column past_row.scenario_key is 'The scenario it tells of; null for none.';
comment on column past_row.problem_key is 'The problem it tells of; null for none.';
comment on column past_row.run_id is 'The run it tells of; null for none.';
comment on column past_row.content is 'The row, each column by its name.';
comment on column past_row.written_at is 'Its loaded_at: from when on it stood so.';
comment on column past_row.replaced_at is 'When the transaction began that changed or removed it.';
comment on column past_row.loaded_at is 'When this row was written.';

create policy seen on past_row using (
    (select sees_all())
    or scenario_key in (select dim_scenario.scenario_key from dim_scenario)
    or scenario_key is null
    and problem_key in (select dim_problem.problem_key from dim_problem)
);
alter table past_row enable row level security;
alter table past_row force row level security;

create function is_written(written_at timestamptz, until_time timestamptz, unseen timestamptz[]) returns boolean
language sql immutable parallel safe
return written_at <= until_time and written_at <> all (unseen);
comment on function is_written is 'Whether what a transaction wrote was there at a time: it had begun by then, and is none of those that were published later.';

-- Rows that the same transaction wrote nobody has seen: they are not kept.
create function keep_past_rows() returns trigger
language plpgsql as $$
begin
    execute format(
        'insert into past_row (table_name, scenario_key, problem_key, run_id, content, written_at, replaced_at)
        select
            %L,
            (kept.content ->> ''scenario_key'')::int,
            (kept.content ->> ''problem_key'')::int,
            (kept.content ->> ''run_id'')::uuid,
            kept.content,
            kept.loaded_at,
            now()
        from (
            select to_jsonb(old_rows) as content, old_rows.loaded_at
            from old_rows
            where old_rows.loaded_at < now() and (%s)
        ) as kept',
        tg_table_name,
        coalesce(tg_argv[0], 'true')
    );
    return null;
end;
$$;
comment on function keep_past_rows is 'Keeps the rows that a statement changes or removes, those alone for which its argument holds.';

do $$
declare
    kept record;
begin
    for kept in
        select *
        from (values
            ('view_scenario_audit_trail', 'true'),
            ('dim_scenario', 'true'),
            ('fact_scenario_run', 'true'),
            ('fact_run_diagnostic', 'old_rows.diagnostic_type = ''root_cause'''),
            ('fact_node_calc_detail', 'old_rows.calc_outcome in (''failed'', ''timeout'')'),
            ('dim_problem', 'true'),
            ('fact_problem_episode', 'true')
        ) as listed (table_name, condition)
    loop
        execute format(
            'create trigger keep_updated after update on %I referencing old table as old_rows
            for each statement execute function keep_past_rows(%L)',
            kept.table_name, kept.condition
        );
        execute format(
            'create trigger keep_deleted after delete on %I referencing old table as old_rows
            for each statement execute function keep_past_rows(%L)',
            kept.table_name, kept.condition
        );
    end loop;
end;
$$;
