analyze log_line
