-- The last message told of each subject that lasts, for receivers that forget what is not repeated.
select
    alert_thread.subject,
    alert_thread.turn_no,
    told.message_id,
    told.body::text as body
from alert_thread
inner join lateral (
    select
        alert_message.message_id,
        alert_message.body
    from alert_message
    where
        alert_message.channel_name = alert_thread.channel_name
        and alert_message.subject = alert_thread.subject
        and alert_message.turn_no = alert_thread.turn_no
        and alert_message.sent_at is not null
    order by alert_message.alert_message_key desc
    limit 1
) as told
    on true
where
    alert_thread.channel_name = :channel
    and alert_thread.is_open
order by alert_thread.subject
