-- Of these event versions those that have been validated.
id = any (:ids) and is_validated
