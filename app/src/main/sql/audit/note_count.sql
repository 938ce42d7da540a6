-- How many rows were noted.
select count(*) from audit_note
