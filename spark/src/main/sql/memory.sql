-- One row per thing the warehouse's classifier has learnt, edits in the order in which they were made.
select
    pattern_memory.word,
    pattern_memory.entry
from pattern_memory
order by pattern_memory.position
