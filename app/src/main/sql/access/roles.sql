-- One row per role that sees more than a user's own scenarios, by name.
select
    access_role.role_name as name,
    access_role.is_admin,
    access_role.is_editor,
    access_role.sees_all,
    case when access_role.sees_all then array[]::text[] else access_role.therapeutic_areas end as areas,
    null::text as "user"
from access_role
order by access_role.role_name
