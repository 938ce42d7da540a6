-- Notes that a channel has looked at the changes up to a number.
insert into alert_channel (channel_name, viewer, change_no, began_at)
values (:channel, :viewer::jsonb, :change_no, :now::timestamptz)
on conflict (channel_name) do update set
    viewer = excluded.viewer,
    change_no = excluded.change_no,
    loaded_at = now()
where (alert_channel.viewer, alert_channel.change_no) is distinct from (excluded.viewer, excluded.change_no)
