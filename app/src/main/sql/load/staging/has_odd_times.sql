-- Whether any of :columns of :table holds a time that no clock shows: infinity, a "no date" of year 1, a year 20250.
select exists (
    select
    from :table
    where least(:columns) < timestamptz '1900-01-01 00:00Z'
        or greatest(:columns) >= timestamptz '2200-01-01 00:00Z'
)
