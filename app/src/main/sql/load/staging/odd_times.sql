-- How many rows of :table hold such a time in :column, and the id of one of them.
select
    count(*),
    min(:key::text)
from :table
where :column < timestamptz '1900-01-01 00:00Z'
    or :column >= timestamptz '2200-01-01 00:00Z'
