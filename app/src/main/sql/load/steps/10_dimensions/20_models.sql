-- step: writes dim_model, one row per stg_model
-- One row per model. Repeating it is harmless: only what differs is written. A model that is gone stays, inactive.
with candidate as (
    select
        models.model_id,
        models.model_name,
        models.therapeutic_area,
        models.disease_area,
        models.publish_level,
        models.model_type,
        models.country_name,
        models.region_name,
        models.model_version,
        true as is_active,
        models.created_at
    from stg_model as models
    union all
    select
        gone.model_id,
        gone.model_name,
        gone.therapeutic_area,
        gone.disease_area,
        gone.publish_level,
        gone.model_type,
        gone.country_name,
        gone.region_name,
        gone.model_version,
        false,
        gone.created_at
    from dim_model as gone
    where gone.model_key <> -1
        and not exists (select from stg_model as models where models.model_id = gone.model_id)
)

insert into dim_model (
    model_id, model_name, therapeutic_area, disease_area, publish_level, model_type, country_name, region_name,
    model_version, is_active, created_at
)
select candidate.*
from candidate
left join dim_model as known
    on known.model_id = candidate.model_id
where known.model_id is null
    or (
        known.model_name, known.therapeutic_area, known.disease_area, known.publish_level, known.model_type,
        known.country_name, known.region_name, known.model_version, known.is_active, known.created_at
    ) is distinct from (
        candidate.model_name, candidate.therapeutic_area, candidate.disease_area, candidate.publish_level,
        candidate.model_type, candidate.country_name, candidate.region_name, candidate.model_version,
        candidate.is_active, candidate.created_at
    )
on conflict (model_id) do update set
    model_name = excluded.model_name,
    therapeutic_area = excluded.therapeutic_area,
    disease_area = excluded.disease_area,
    publish_level = excluded.publish_level,
    model_type = excluded.model_type,
    country_name = excluded.country_name,
    region_name = excluded.region_name,
    model_version = excluded.model_version,
    is_active = excluded.is_active,
    created_at = excluded.created_at,
    loaded_at = now()
