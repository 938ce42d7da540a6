-- Every decision, the newest first, and whether a later one undid it.
select
    pattern_edit.edit_id,
    pattern_edit.kind,
    pattern_edit.author,
    pattern_edit.made_at,
    pattern_edit.fingerprints,
    pattern_edit.reason,
    coalesce(pattern_edit.error_category, 'word ' || pattern_edit.word, pattern_edit.undone_edit_id) as what
from pattern_edit
order by pattern_edit.edit_no desc
