-- Views read with the rights of who asks, so that each sees what it may see; before PostgreSQL 15 that cannot be said. Here,
-- and not where a view is made, so that none is forgotten.
do $$
declare
    asked record;
begin
    if current_setting('server_version_num')::int < 150000 then
        return;
    end if;
    for asked in
        select views.oid::regclass as name
        from pg_class as views
        where
            views.relnamespace = current_schema()::regnamespace
            and views.relkind = 'v'
            and not coalesce(views.reloptions @> array['security_invoker=true'], false)
    loop
        execute format('alter view %s set (security_invoker = true)', asked.name);
    end loop;
end;
$$;

-- The roles the server reads as: one that is bound by what its viewer may see, of which readers with a database role of their
-- own are made members, too, and one for viewers who see all, for whom nothing is checked row by row. Where we may not make
-- roles, the owner of the tables is bound all the same, unless it is a superuser; and a superuser may make roles. The owner
-- must put the second role on like a coat, and not inherit what it sees; before PostgreSQL 16 that cannot be said, and
-- there is none. Looks before it writes: it runs after every migration.
do $$
declare
    reader_of_all text := current_schema() || '_reader_of_all';
    is_superuser boolean := (select rolsuper from pg_roles where rolname = current_user);
    can_wear boolean := current_setting('server_version_num')::int >= 160000;
    reader text;
    missing record;
begin
    foreach reader in array array[current_schema() || '_reader', reader_of_all] loop
        continue when reader = reader_of_all and not (is_superuser or can_wear);
        if not exists (select from pg_roles where rolname = reader) then
            if not (is_superuser or (select rolcreaterole from pg_roles where rolname = current_user)) then
                return;
            end if;
            begin
                execute format('create role %I nologin', reader);
            exception when duplicate_object or unique_violation then
                -- made at this moment for another warehouse of this server
                null;
            end;
        end if;
        if not pg_has_role(current_user, reader, 'member') then
            begin
                execute format('grant %I to current_user', reader)
                    || case when reader = reader_of_all and can_wear then ' with inherit false, set true' else '' end;
            exception when insufficient_privilege then
                raise notice 'role % is not ours to use: ask its owner to grant it', reader;
                return;
            end;
        end if;
        if not has_schema_privilege(reader, current_schema(), 'usage') then
            execute format('grant usage on schema %I to %I', current_schema(), reader);
        end if;
        for missing in
            select tables.oid::regclass as name
            from pg_class as tables
            inner join pg_roles as owners
                on owners.oid = tables.relowner
            where
                tables.relnamespace = current_schema()::regnamespace
                and tables.relkind in ('r', 'p', 'v')
                and not tables.relispartition
                and tables.relname ~ '^(dim_|fact_|bridge_|agg_|view_|v_pbi_|etl_|pattern_alias|past_row|schema_history)'
                and not has_table_privilege(reader, tables.oid, 'select')
                -- Before PostgreSQL 15 a view reads with its owner's rights, and a superuser is not bound.
                and (
                    tables.relkind <> 'v'
                    or current_setting('server_version_num')::int >= 150000
                    or not (owners.rolsuper or owners.rolbypassrls)
                )
        loop
            execute format('grant select on %s to %I', missing.name, reader);
        end loop;
    end loop;
    if not exists (select from pg_roles where rolname = reader_of_all)
        or (pg_has_role(current_user, reader_of_all, 'usage') and not is_superuser) then
        return;
    end if;
    for missing in
        select tables.oid::regclass as name
        from pg_class as tables
        where
            tables.relnamespace = current_schema()::regnamespace
            and tables.relrowsecurity
            and not exists (
                select from pg_policy where pg_policy.polrelid = tables.oid and pg_policy.polname = 'all_seen'
            )
    loop
        execute format(
            'create policy all_seen on %s for select to %I using (true)', missing.name, reader_of_all
        );
    end loop;
end;
$$;
