-- step: writes dim_scenario
-- What a scenario copies from its model, as the model is seen now.
update dim_scenario
set
    therapeutic_area = models.therapeutic_area,
    loaded_at = now()
from dim_model as models
where
    dim_scenario.model_key = models.model_key
    and dim_scenario.therapeutic_area is distinct from models.therapeutic_area
