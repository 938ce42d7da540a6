-- Empties what a load stages but for the source's tables.
truncate error_class, input_difference, log_line, log_class, log_window, log_relabel, retired_pattern,
    recategorised_pattern, lake_count, log_kind
