-- The next message of a channel, due or not, with what its thread's first message is called; no row when none waits.
select
    alert_message.alert_message_key,
    alert_message.subject,
    alert_message.turn_no,
    alert_message.message_id,
    alert_message.body::text as body,
    alert_message.try_count,
    alert_message.created_at,
    alert_message.next_try_at,
    case when alert_thread.turn_no = alert_message.turn_no then alert_thread.reference end as reference
from alert_message
inner join alert_thread
    on alert_thread.channel_name = alert_message.channel_name
    and alert_thread.subject = alert_message.subject
where
    alert_message.channel_name = :channel
    and alert_message.sent_at is null
    and alert_message.given_up_at is null
order by alert_message.alert_message_key
limit 1
