-- How many messages a channel took since a time.
select count(*)
from alert_message
where
    alert_message.channel_name = :channel
    and alert_message.sent_at > :since::timestamptz
