-- One page of the rows of a list in the order of one of its columns, each with how many rows there are. The list says in
-- sort_text, sort_number or sort_time what a row has in that column; a row that has nothing there is last, rows that have
-- the same are in the order of sort_id.
select
    listed.*,
    count(*) over () as total_count
from list_in_order as listed
order by
    case when :is_ascending::boolean then listed.sort_text end collate "C",
    case when not :is_ascending::boolean then listed.sort_text end collate "C" desc nulls last,
    case when :is_ascending::boolean then listed.sort_number end,
    case when not :is_ascending::boolean then listed.sort_number end desc nulls last,
    case when :is_ascending::boolean then listed.sort_time end,
    case when not :is_ascending::boolean then listed.sort_time end desc nulls last,
    listed.sort_id
limit :page_rows
offset :page_offset
