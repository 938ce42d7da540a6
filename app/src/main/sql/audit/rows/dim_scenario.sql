-- One row per scenario, as the source last showed it.
select
    audited.scenario_id::text as row_id,
    null::date as day,
    sha256(record_send(row(
        audited.scenario_key, audited.scenario_id, audited.model_key, audited.forecast_cycle_key,
        audited.created_by_user_key, audited.core_scenario_id, audited.therapeutic_area, audited.scenario_name,
        audited.current_status, audited.region_name, audited.country_name, audited.currency,
        audited.scenario_start_year, audited.scenario_end_year, audited.is_starter, audited.created_at,
        audited.updated_at
    ))) as row_hash
from :rows as audited
