-- Puts a message into the outbox, once.
insert into alert_message (
    channel_name, subject, turn_no, message_id, alert_kind, body, created_at, next_try_at
)
values (
    :channel, :subject, :turn_no, :message_id, :kind, :body::jsonb, :now::timestamptz, :now::timestamptz
)
on conflict (channel_name, message_id) do nothing
