-- One row: input versions written after one run of a scenario started and up to the start of another, initial values
-- left out.
select count(*) as change_count
from fact_scenario_input_change as version
where
    version.scenario_key = :scenario_key
    and version.changed_at > :after_time::timestamptz
    and version.changed_at <= :until_time::timestamptz
    and not version.is_initial
