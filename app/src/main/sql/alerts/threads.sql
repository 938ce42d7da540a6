-- One row per subject, of those asked for, that a channel knows.
select
    alert_thread.subject,
    alert_thread.turn_no,
    alert_thread.episode_no,
    alert_thread.told_run_count,
    alert_thread.is_open,
    alert_thread.is_silent
from alert_thread
where
    alert_thread.channel_name = :channel
    and alert_thread.subject = any(:subjects::text[])
