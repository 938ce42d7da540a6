-- Event inputs written or replaced since the watermark.
created_at >= :since
or ended_at >= :since
