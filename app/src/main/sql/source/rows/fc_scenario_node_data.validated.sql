-- Of these input versions those that have been validated, with whatever result.
id = any (:ids) and (input_validated or input_validation_message is not null)
