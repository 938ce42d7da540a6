-- The versions in force that nobody has validated yet: each incremental load asks after the newest of them, however long the
-- history is.

create index fact_scenario_input_change_unvalidated on fact_scenario_input_change (changed_at)
    where not is_validated and ended_at is null;
create index fact_event_input_change_unvalidated on fact_event_input_change (changed_at)
    where not is_validated and ended_at is null;
