-- The rows of one day, by id.
select
    compared.id,
    compared.content
from (:rows) as compared
where compared.day is not distinct from ?::date
order by compared.id
