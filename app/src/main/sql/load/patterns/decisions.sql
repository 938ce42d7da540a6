-- The category of every pattern given out.
select
    dim_error_pattern.fingerprint,
    dim_error_pattern.error_category,
    coalesce(dim_error_pattern.category_rule, 'none') as category_rule
from dim_error_pattern
