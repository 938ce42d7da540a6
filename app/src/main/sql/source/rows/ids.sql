-- Rows by primary key, which every installation has.
id = any (:ids)
