-- One row: whether our user can make and fill the warehouse. ? and ? are its schema and its staging schema. A schema that is
-- not there yet must be made, which takes a right on the database; one that is there must let us make tables.
select
    current_setting('server_version_num')::int / 10000 as major_version,
    pg_is_in_recovery() or current_setting('default_transaction_read_only')::boolean as is_read_only,
    bool_and(
        case
            when namespaces.oid is null then has_database_privilege(current_database(), 'create')
            else has_schema_privilege(namespaces.oid, 'create') and has_schema_privilege(namespaces.oid, 'usage')
        end
    ) as may_create
from unnest(array[?, ?]) as wanted (schema_name)
left join pg_catalog.pg_namespace as namespaces
    on namespaces.nspname = wanted.schema_name
