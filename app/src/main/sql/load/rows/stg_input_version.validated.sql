-- Of these input versions those that have been validated, with whatever result.
input_version_id = any (:ids) and (is_validated or validation_message is not null)
