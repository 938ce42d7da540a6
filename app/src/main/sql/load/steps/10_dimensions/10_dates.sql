-- step: writes dim_date
-- One row per day of every year with data. Repeating it is harmless: days that exist are left alone.
with seen as (
    select stg_scenario.created_at as seen_at from stg_scenario
    union all
    select stg_input_version.created_at from stg_input_version
    union all
    select stg_event_input.created_at from stg_event_input
    union all
    select stg_run.started_at from stg_run
),

years as (
    select
        date_trunc('year', min(seen.seen_at)) as first_day,
        date_trunc('year', max(seen.seen_at)) + interval '1 year - 1 day' as last_day
    from seen
    -- a broken clock must not fill the calendar: such a row's own day is added below
    where seen.seen_at between '1990-01-01' and '2100-01-01'
),

days as (
    select generate_series(years.first_day, years.last_day, interval '1 day')::date as full_date
    from years
    union
    select distinct seen.seen_at::date
    from seen
    where seen.seen_at not between '1990-01-01' and '2100-01-01'
)

insert into dim_date (
    date_key, full_date, year, quarter, month, week_of_year, day_of_week, is_weekday
)
select
    to_char(days.full_date, 'YYYYMMDD')::int,
    days.full_date,
    extract(year from days.full_date),
    extract(quarter from days.full_date),
    extract(month from days.full_date),
    extract(week from days.full_date),
    extract(isodow from days.full_date) - 1,
    extract(isodow from days.full_date) < 6
from days
on conflict (date_key) do nothing
