insert into api_key (key_name, key_hash, scope, sees_all, therapeutic_areas, user_id, expires_at)
values (?, decode(?, 'hex'), ?, ?, ?, ?, ?)
