update api_key
set
    revoked_at = now(),
    loaded_at = now()
where
    key_name = :name
    and revoked_at is null
