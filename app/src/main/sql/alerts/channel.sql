-- One row: a channel as it was used last; none before the first time.
select
    alert_channel.change_no,
    alert_channel.viewer = :viewer::jsonb as is_same_viewer
from alert_channel
where alert_channel.channel_name = :channel
