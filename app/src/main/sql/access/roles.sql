-- One row per role that sees more than a user's own scenarios, by name.
select
    access_role.role_name,
    access_role.is_admin,
    access_role.sees_all,
    access_role.therapeutic_areas
from access_role
order by access_role.role_name
