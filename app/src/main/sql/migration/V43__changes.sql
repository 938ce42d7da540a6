-- What changed in a stretch of time is asked over all scenarios. Loads add rows in about the order of time, so a summary of
-- each few pages is enough, and costs a load next to nothing.
create index view_scenario_audit_trail_period on view_scenario_audit_trail
using brin (event_timestamp) with (pages_per_range = 16, autosummarize = on);
comment on index view_scenario_audit_trail_period is 'For what changed in a stretch of time, over all scenarios.';
