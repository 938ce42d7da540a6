-- An explanation asks some twenty questions, each by key and of bounded length, and planning them took longer than
-- answering them. Until its transaction ends, a connection that has planned one keeps the plan.
select set_config('plan_cache_mode', 'force_generic_plan', true) as plan_cache_mode
