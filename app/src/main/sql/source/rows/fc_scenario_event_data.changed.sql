-- Event inputs written or replaced since the watermark.
created_at >= :since
or end_at >= :since
