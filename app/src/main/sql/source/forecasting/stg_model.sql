-- One row per model.
select
    models.id as model_id,
    models.model_display_name as model_name,
    models.therapeutic_area_name as therapeutic_area,
    models.model_disease_area_name as disease_area,
    models.model_publish_level as publish_level,
    models.model_type,
    models.model_country_display_name as country_name,
    models.model_region_display_name as region_name,
    models.model_version,
    models.created_at
from fc_model as models
