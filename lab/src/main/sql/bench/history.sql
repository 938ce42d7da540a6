-- One row: how long the warehouse's history is.
select
    (select count(*) from fact_scenario_run) as run_count,
    (select count(*) from fact_node_calc_detail) as calculation_count
