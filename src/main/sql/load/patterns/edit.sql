-- One decision by its name.
select
    pattern_edit.kind,
    pattern_edit.fingerprints,
    pattern_edit.category_before,
    pattern_edit.rule_before
from pattern_edit
where pattern_edit.edit_id = ?
