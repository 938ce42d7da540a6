-- The last message of a turn of a subject that was sent or waits; no row when nothing was said.
select alert_message.body::text as body
from alert_message
where
    alert_message.channel_name = :channel
    and alert_message.subject = :subject
    and alert_message.turn_no = :turn_no
    and alert_message.given_up_at is null
order by alert_message.alert_message_key desc
limit 1
