-- Rows of :table as far as they can be read from :rough, which holds them as texts; without those that lack what a row needs.
insert into :table (:columns)
select :columns
from (
    select :values
    from :rough
) as readable
where :needed
