-- What people decided about how lines are grouped, in order.
select
    pattern_edit.edit_id,
    pattern_edit.kind,
    pattern_edit.author,
    pattern_edit.reason,
    pattern_edit.fingerprints,
    pattern_edit.word,
    pattern_edit.undone_edit_id,
    pattern_edit.made_at
from pattern_edit
where pattern_edit.kind in ('merge', 'split', 'undo')
order by pattern_edit.edit_no
