-- One row: how a channel stands. Zero and null before it was used.
select
    count(*) filter (where alert_message.sent_at is null and alert_message.given_up_at is null) as waiting_count,
    count(alert_message.sent_at) as sent_count,
    max(alert_message.sent_at) as last_sent_at,
    (array_agg(alert_message.last_failure order by alert_message.alert_message_key) filter (
        where alert_message.sent_at is null and alert_message.given_up_at is null and alert_message.try_count > 0
    ))[1] as last_failure
from alert_message
where alert_message.channel_name = :channel
