-- One row: the number of the last change of a problem; 0 before the first.
select coalesce(max(alert_change.change_no), 0) as change_no
from alert_change
