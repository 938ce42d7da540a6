-- Input versions written since the watermark, where only the creation time has an index. The versions they replaced
-- are read by id afterwards.
created_at >= :since
