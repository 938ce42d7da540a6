-- Of these event versions those that have been validated, with whatever result.
id = any (:ids) and (is_validated or input_validation_message is not null)
