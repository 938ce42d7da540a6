select pg_advisory_unlock(hashtext('scenario-rca load'), hashtext(current_schema()))
