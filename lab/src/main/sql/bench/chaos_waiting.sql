-- How much waits to be told: messages in the outbox, and changes of problems that no channel has looked at yet.
select
    (
        select count(*)
        from alert_message
        where
            alert_message.sent_at is null
            and alert_message.given_up_at is null
    )
    + (
        select count(*)
        from alert_change
        where alert_change.change_no > (select coalesce(min(alert_channel.change_no), -1) from alert_channel)
    )
    + (select case when count(*) = 0 then 1 else 0 end from alert_channel)
