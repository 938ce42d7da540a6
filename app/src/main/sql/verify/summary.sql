-- One row per day: how many rows there are, and a checksum over them that does not depend on their order.
select
    compared.day,
    count(*) as row_count,
    sum(('x' || left(md5(compared.id || '|' || compared.content), 15))::bit(60)::bigint)::text as checksum
from (:rows) as compared
group by compared.day
