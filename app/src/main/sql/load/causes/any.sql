select exists (select from unexplained_run)
