-- step: writes fact_cloudwatch_log
-- Lines that turned out to be parts of another line go: that one has their text.
delete from fact_cloudwatch_log as known
using log_absorbed as absorbed
where known.log_timestamp = absorbed.log_timestamp
    and known.log_group = absorbed.log_group
    and known.event_id = absorbed.event_id
    and known.log_timestamp between (select min(log_absorbed.log_timestamp) from log_absorbed)
    and (select max(log_absorbed.log_timestamp) from log_absorbed)
