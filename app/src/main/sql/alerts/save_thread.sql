-- What a channel knows of a subject. A turn that begins has no first message to answer yet.
insert into alert_thread as known (
    channel_name, subject, turn_no, episode_no, told_run_count, is_open, is_silent
)
values (:channel, :subject, :turn_no, :episode_no, :told_run_count, :is_open, :is_silent)
on conflict (channel_name, subject) do update set
    turn_no = excluded.turn_no,
    episode_no = excluded.episode_no,
    told_run_count = excluded.told_run_count,
    is_open = excluded.is_open,
    is_silent = excluded.is_silent,
    reference = case when known.turn_no = excluded.turn_no then known.reference end,
    loaded_at = now()
