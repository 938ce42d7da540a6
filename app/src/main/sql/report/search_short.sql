-- One row per problem or error pattern whose id is the text, or begins with it where no id is the text. Patterns that were
-- merged answer to their old fingerprint, too.
with known as (
    select
        'problem' as kind,
        problem.problem_id as id
    from dim_problem as problem
    union all
    select
        'error_pattern' as kind,
        pattern.fingerprint as id
    from dim_error_pattern as pattern
    where pattern.error_pattern_key > 0
    union all
    select
        'error_pattern' as kind,
        alias.fingerprint as id
    from pattern_alias as alias
),

matching as (
    select distinct known.id
    from known
    where
        known.kind = :kind
        and starts_with(known.id, :text)
)

select matching.id
from matching
where
    matching.id = :text
    or not exists (
        select
        from matching as whole
        where whole.id = :text
    )
order by matching.id
limit :row_limit
