-- A time that may be missing is unknown when no clock shows it.
update :table
set :column = null
where :column < timestamptz '1900-01-01 00:00Z'
    or :column >= timestamptz '2200-01-01 00:00Z'
