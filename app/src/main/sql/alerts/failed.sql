-- A try to send a message has failed. @given up: it is not tried again
update alert_message
set
    try_count = alert_message.try_count + 1,
    last_failure = left(:why, 300),
    next_try_at = :next_try_at::timestamptz,
    given_up_at = :given_up_at::timestamptz,
    loaded_at = now()
where alert_message.alert_message_key = :message_key
