-- Rows by primary key, which every installation has.
:key = any (:ids)
