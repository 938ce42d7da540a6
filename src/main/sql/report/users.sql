-- One row per user that matches, by name, after the one the cursor names.
select
    person.user_id,
    person.display_name,
    person.first_seen_at,
    person.last_seen_at
from dim_user as person
where
    person.user_key > 0
    and (
        :q::text is null
        or strpos(lower(person.user_id), lower(:q::text)) > 0
        or strpos(lower(person.display_name), lower(:q::text)) > 0
    )
    and (:after_id::text is null or person.user_id > :after_id::text)
order by person.user_id
limit :row_limit
