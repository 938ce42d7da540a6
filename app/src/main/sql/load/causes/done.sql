delete from unexplained_run
using run_to_explain
where unexplained_run.run_id = run_to_explain.run_id
