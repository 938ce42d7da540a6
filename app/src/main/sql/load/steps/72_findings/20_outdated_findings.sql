-- step: writes fact_run_diagnostic
-- What was said of a run earlier and is no longer so. Repeating it is harmless.
delete from fact_run_diagnostic as known
using run_to_describe
where known.run_id = run_to_describe.run_id
    and known.diagnostic_type <> 'root_cause'
    and not exists (
        select
        from finding
        where finding.run_id = known.run_id
            and finding.scenario_key = known.scenario_key
            and finding.diagnostic_type = known.diagnostic_type
            and finding.node_key = known.node_key
            and finding.diagnostic_category = known.diagnostic_category
    )
