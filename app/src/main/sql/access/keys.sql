-- One row per API key, by name.
select
    api_key.key_name as name,
    encode(api_key.key_hash, 'hex') as hash,
    api_key.scope = 'admin' as is_admin,
    api_key.scope in ('admin', 'edit') as is_editor,
    api_key.sees_all,
    case when api_key.sees_all then array[]::text[] else api_key.therapeutic_areas end as areas,
    case when not api_key.sees_all then api_key.user_id end as "user",
    api_key.created_at,
    api_key.expires_at,
    api_key.revoked_at
from api_key
order by api_key.key_name
