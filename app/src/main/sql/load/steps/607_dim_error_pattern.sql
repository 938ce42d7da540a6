-- Patterns of another category now: the rules have changed, or a person has decided.
update dim_error_pattern as patterns
set
    error_category = recategorised.error_category,
    category_rule = recategorised.category_rule,
    loaded_at = now()
from recategorised_pattern as recategorised
where patterns.fingerprint = recategorised.fingerprint
    and (patterns.error_category, patterns.category_rule)
    is distinct from (recategorised.error_category, recategorised.category_rule)
