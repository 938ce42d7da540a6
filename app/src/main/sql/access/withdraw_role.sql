delete from access_role
where role_name = :name
