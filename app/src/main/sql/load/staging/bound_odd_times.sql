-- A time that may not be missing stays, within the years of four digits.
update :table
set :column = greatest(least(:column, timestamptz '9999-12-31 00:00Z'), timestamptz '0001-01-01 00:00Z')
where :column > timestamptz '9999-12-31 00:00Z'
    or :column < timestamptz '0001-01-01 00:00Z'
