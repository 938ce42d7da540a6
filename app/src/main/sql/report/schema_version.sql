-- One row: the version of the warehouse's tables, from the last migration applied.
select schema_history.version as schema_version
from schema_history
where
    schema_history.success
    and schema_history.version is not null
order by schema_history.installed_rank desc
limit 1
