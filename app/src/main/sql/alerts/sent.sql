-- A message was taken by its receiver; the first of a turn is what later ones answer.
with taken as (
    update alert_message
    set
        sent_at = :now::timestamptz,
        last_failure = null,
        loaded_at = now()
    where alert_message.alert_message_key = :message_key
    returning
        alert_message.channel_name,
        alert_message.subject,
        alert_message.turn_no
)

update alert_thread
set
    reference = coalesce(alert_thread.reference, :reference::text),
    loaded_at = now()
from taken
where
    alert_thread.channel_name = taken.channel_name
    and alert_thread.subject = taken.subject
    and alert_thread.turn_no = taken.turn_no
