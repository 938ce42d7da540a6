-- How many rows of a table the chain covers.
select count(*) from (:rows) as audited_rows
