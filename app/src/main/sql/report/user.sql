-- One row: the user of this name, if we know one and the viewer sees something of them.
select
    person.user_key,
    person.user_id
from dim_user as person
where
    person.user_id = :user_id
    and person.user_key > 0
    and (
        (select sees_all())
        or person.user_key = (select viewer_key())
        or exists (
            select
            from fact_user_action as action
            where action.user_key = person.user_key
        )
    )
