insert into access_role (role_name, is_admin, sees_all, therapeutic_areas)
values (?, ?, ?, ?)
on conflict (role_name) do update set
    is_admin = excluded.is_admin,
    sees_all = excluded.sees_all,
    therapeutic_areas = excluded.therapeutic_areas,
    loaded_at = now()
