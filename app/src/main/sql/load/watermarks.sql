-- One row per source table: the time up to which it has been read.
select
    etl_watermark.table_name,
    etl_watermark.last_loaded_at
from etl_watermark
