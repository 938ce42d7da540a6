-- What a load does with a value of the source that is not what its column promises: it is read as far as it can be.

create function ${staging}.reads_as(value text, type_name text) returns boolean
language plpgsql stable as $$
begin
    execute format('select %L::%s', value, type_name);
    return true;
exception
    when others then -- whatever the type finds wrong with it; a cancelled statement is not among these
        return false;
end
$$;
comment on function ${staging}.reads_as is 'Whether a text can be read as a value of the type named, which no input can choose.';

-- Names of people are looked up in an index, which holds no text of any length.
alter table ${staging}.stg_cycle alter column initiated_by type varchar(255);
alter table ${staging}.stg_scenario
    alter column created_by type varchar(255),
    alter column updated_by type varchar(255),
    alter column submitted_by type varchar(255),
    alter column locked_by type varchar(255),
    alter column withdrawn_by type varchar(255),
    alter column deleted_by type varchar(255);
alter table ${staging}.stg_event_input alter column created_by type varchar(255);
alter table ${staging}.stg_input_version alter column created_by type varchar(255);
alter table ${staging}.stg_run alter column run_by type varchar(255);
