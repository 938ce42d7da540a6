-- One row per user that matches and of whom the viewer sees something, by name, after the one the cursor names.
-- plan: anew
select
    person.user_id,
    person.display_name,
    person.first_seen_at,
    person.last_seen_at,
    lower(case :sort::text when 'user' then person.user_id end) as sort_text,
    null::numeric as sort_number,
    case :sort::text
        when 'first' then person.first_seen_at
        when 'last' then person.last_seen_at
    end as sort_time,
    person.user_id as sort_id
from dim_user as person
where
    person.user_key > 0
    and (
        (select sees_all())
        or person.user_key = (select viewer_key())
        or exists (
            select
            from fact_user_action as action
            where action.user_key = person.user_key
        )
    )
    and (
        :q::text is null
        or strpos(lower(person.user_id), lower(:q::text)) > 0
        or strpos(lower(person.display_name), lower(:q::text)) > 0
    )
    and (:after_id::text is null or person.user_id > :after_id::text)
order by person.user_id
limit :row_limit
