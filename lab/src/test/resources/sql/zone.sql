-- One row: the zone of the session.
select current_setting('TimeZone') as zone
