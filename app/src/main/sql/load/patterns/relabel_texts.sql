-- Each distinct error text of runs and calculations with patterns whose fingerprints are given (twice).
select runs.fail_reason
from dim_error_pattern as patterns
inner join fact_scenario_run as runs
    on runs.error_pattern_key = patterns.error_pattern_key
where patterns.fingerprint = any(?)
    and runs.fail_reason is not null
union
select calculations.error_message
from dim_error_pattern as patterns
inner join fact_node_calc_detail as calculations
    on calculations.error_pattern_key = patterns.error_pattern_key
where patterns.fingerprint = any(?)
    and calculations.error_message is not null
