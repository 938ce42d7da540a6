select models.model_id::text as id, null::date as day, concat_ws('|', models.model_name) as content
from stg_model as models
