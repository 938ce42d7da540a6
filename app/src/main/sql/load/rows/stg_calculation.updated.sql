-- Calculations updated since the watermark, where only the update time has an index.
updated_at >= :since
