-- Makes a key, unless there is one of its name.
insert into api_key (key_name, key_hash, scope, sees_all, therapeutic_areas, user_id, expires_at)
values (
    :name, decode(:hash, 'hex'), :scope, :sees_all, :areas, :user_id, :expires_at
)
on conflict (key_name) do nothing
