select distinct run_to_explain.run_id
from run_to_explain
order by run_to_explain.run_id
