-- One row: the user of this name, if we know one.
select
    person.user_key,
    person.user_id
from dim_user as person
where
    person.user_id = :user_id
    and person.user_key > 0
