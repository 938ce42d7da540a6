-- Of these event versions those that have been validated.
event_input_id = any (:ids) and is_validated
