-- Messages of long ago are forgotten.
delete from alert_message
where
    alert_message.channel_name = :channel
    and coalesce(alert_message.sent_at, alert_message.given_up_at) < :before::timestamptz
