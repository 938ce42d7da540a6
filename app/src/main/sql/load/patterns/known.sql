-- Which of the fingerprints given are patterns.
select dim_error_pattern.fingerprint
from dim_error_pattern
where dim_error_pattern.fingerprint = any(?)
