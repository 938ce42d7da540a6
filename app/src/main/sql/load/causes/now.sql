-- The time by the warehouse's clock.
select now() as now_at
