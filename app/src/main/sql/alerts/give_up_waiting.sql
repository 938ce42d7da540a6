-- The readers of a channel may see something else now: what was decided for those before does not go out.
update alert_message
set
    given_up_at = :now::timestamptz,
    last_failure = 'what the channel sees was changed before it was sent',
    loaded_at = now()
where
    alert_message.channel_name = :channel
    and alert_message.sent_at is null
    and alert_message.given_up_at is null
