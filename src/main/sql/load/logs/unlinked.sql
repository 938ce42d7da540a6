-- One row: how many of the staged lines belong to no run, action or scenario we know.
select count(*)
from log_candidate as candidate
where candidate.link in ('unknown', 'none')
