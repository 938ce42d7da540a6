select models.id::text as id, null::date as day, concat_ws('|', models.model_display_name) as content
from fc_model as models
