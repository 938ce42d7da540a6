-- How many rows of :rough hold something in :column that cannot be read, and the id of one of them.
select
    count(*),
    min(:key)
from :rough
where not (:readable)
