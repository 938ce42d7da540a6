-- step: writes fact_cloudwatch_log
-- Lines whose partner has arrived.
update fact_cloudwatch_log as lines
set
    link = relinked.link,
    run_id = relinked.run_id,
    scenario_id = relinked.scenario_id,
    loaded_at = now()
from log_relinked as relinked
where lines.log_timestamp = relinked.log_timestamp
    and lines.log_group = relinked.log_group
    and lines.event_id = relinked.event_id
    and lines.log_timestamp between (select min(log_relinked.log_timestamp) from log_relinked)
    and (select max(log_relinked.log_timestamp) from log_relinked)
