-- Scenarios touched since the watermark: any of the time stamps the platform sets.
created_at >= :since
or updated_at >= :since
or submitted_at >= :since
or locked_at >= :since
or withdrawn_at >= :since
or deleted_at >= :since
