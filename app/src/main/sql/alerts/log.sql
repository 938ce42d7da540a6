-- One row per message, the newest first.
select
    alert_message.channel_name as channel,
    alert_message.message_id,
    alert_message.alert_kind as kind,
    alert_message.body ->> 'title' as title,
    alert_message.try_count,
    alert_message.last_failure,
    alert_message.created_at,
    alert_message.sent_at,
    alert_message.given_up_at
from alert_message
where :channel::text is null or alert_message.channel_name = :channel::text
order by alert_message.alert_message_key desc
limit :row_limit
