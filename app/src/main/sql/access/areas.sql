-- The therapeutic areas there are.
select distinct dim_model.therapeutic_area
from dim_model
where dim_model.therapeutic_area is not null
order by dim_model.therapeutic_area
