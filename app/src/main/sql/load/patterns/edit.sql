-- One decision by its name: the patterns it is about, and whether it is about their category, or undoes what was.
with recursive meant as (
    select
        edits.kind,
        edits.fingerprints,
        edits.undone_edit_id,
        0 as depth
    from pattern_edit as edits
    where edits.edit_id = ?
    union all
    select
        edits.kind,
        meant.fingerprints,
        edits.undone_edit_id,
        meant.depth + 1
    from meant
    inner join pattern_edit as edits
        on edits.edit_id = meant.undone_edit_id
)

select
    meant.fingerprints,
    meant.kind = 'category' as is_about_category
from meant
order by meant.depth desc
limit 1
