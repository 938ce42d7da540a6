-- One row per model.
select
    audited.model_id::text as row_id,
    null::date as day,
    sha256(record_send(row(
        audited.model_key, audited.model_id, audited.model_name, audited.therapeutic_area, audited.disease_area,
        audited.publish_level, audited.model_type, audited.country_name, audited.region_name, audited.is_active,
        audited.created_at
    ))) as row_hash
from :rows as audited
