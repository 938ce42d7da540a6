-- One row per API key, by name.
select
    api_key.key_name,
    encode(api_key.key_hash, 'hex') as key_hash,
    api_key.scope,
    api_key.sees_all,
    api_key.therapeutic_areas,
    api_key.user_id,
    api_key.created_at,
    api_key.expires_at,
    api_key.revoked_at
from api_key
order by api_key.key_name
