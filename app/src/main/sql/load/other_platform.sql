-- How many models were read, when the warehouse has models and none of these is among them; else nothing.
select count(*)
from stg_model as staged
left join dim_model as known
    on known.model_id = staged.model_id
having count(*) > 0
    and count(known.model_key) = 0
    and exists (select from dim_model where dim_model.model_key <> -1)
