-- One row per model, by name.
select
    model.model_id,
    model.model_name,
    model.therapeutic_area,
    model.disease_area
from dim_model as model
where model.model_key > 0
order by
    model.model_name,
    model.model_id
limit :row_limit
