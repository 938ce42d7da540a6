-- A hundred changed rows: a run of one branch with :calcs calculations, and two edits. :turn makes each set another.
with edited as (
    update fc_scenario_node_data as versions
    set
        end_at = now(),
        end_by = 'user1'
    where versions.scenario_id = md5('scenario 1')::uuid
        and versions.model_node_id in (md5('node 1')::uuid, md5('node 2')::uuid)
        and versions.end_at is null
    returning versions.*
)

insert into fc_scenario_node_data (
    id, model_node_id, scenario_id, input_data, source, input_hash, created_by, created_at, created_req_id
)
select
    md5('bench input ' || :turn || edited.model_node_id)::uuid,
    edited.model_node_id,
    edited.scenario_id,
    edited.input_data || jsonb_build_object('base_share', :turn * 0.001),
    'edit_scenario',
    md5('bench hash ' || :turn || edited.model_node_id),
    'user1',
    now(),
    md5('bench request ' || :turn)::uuid
from edited;

insert into fc_scenario_run (id, scenario_id, run_status, run_at, run_by, run_req_id, run_complete_at)
values (
    md5('bench run ' || :turn)::uuid, md5('scenario 1')::uuid, 'success', now(), 'user1',
    md5('bench run request ' || :turn)::uuid, now()
);

insert into fc_scenario_run_branch (id, scenario_run_id, event_tag)
values (md5('bench branch ' || :turn)::uuid, md5('bench run ' || :turn)::uuid, 'without events');

insert into fc_scenario_node_calc (
    id, scenario_run_branch_id, model_node_id, scenario_node_data_id, processing_start_at, processing_end_at,
    output_data, processed, created_at, updated_at, status
)
select
    md5('bench calc ' || :turn || versions.id)::uuid,
    md5('bench branch ' || :turn)::uuid,
    versions.model_node_id,
    versions.id,
    now(),
    now(),
    '{"value": 1}',
    true,
    now(),
    now(),
    'success'
from fc_scenario_node_data as versions
where versions.scenario_id = md5('scenario 1')::uuid
    and versions.end_at is null
order by versions.model_node_id
limit :calcs
