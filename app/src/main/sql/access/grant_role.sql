-- Says what a role sees from now on.
insert into access_role (role_name, is_admin, is_editor, sees_all, therapeutic_areas)
values (:name, :is_admin, :is_editor, :sees_all, :areas)
on conflict (role_name) do update set
    is_admin = excluded.is_admin,
    is_editor = excluded.is_editor,
    sees_all = excluded.sees_all,
    therapeutic_areas = excluded.therapeutic_areas,
    loaded_at = now()
