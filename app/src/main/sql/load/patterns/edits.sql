-- What people decided about patterns, in order.
select
    pattern_edit.edit_id,
    pattern_edit.kind,
    pattern_edit.author,
    pattern_edit.reason,
    pattern_edit.fingerprints,
    pattern_edit.word,
    pattern_edit.undone_edit_id,
    pattern_edit.made_at,
    pattern_edit.error_category
from pattern_edit
order by pattern_edit.edit_no
