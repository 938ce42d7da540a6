-- One row per run asked for whose verdict is stored.
select
    diagnostic.run_id,
    diagnostic.diagnostic_message
from fact_run_diagnostic as diagnostic
where
    diagnostic.run_id = any(:run_ids::uuid[])
    and diagnostic.diagnostic_type = 'root_cause'
