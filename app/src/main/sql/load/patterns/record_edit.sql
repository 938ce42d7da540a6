-- Records what a person decided and returns its name.
insert into pattern_edit (
    edit_id, kind, author, reason, fingerprints, word, undone_edit_id, error_category, category_before, rule_before,
    made_at
)
select
    'e' || (select coalesce(max(pattern_edit.edit_no), 0) + 1 from pattern_edit),
    edits.kind,
    edits.author,
    edits.reason,
    edits.fingerprints,
    edits.word,
    edits.undone_edit_id,
    edits.error_category,
    known.error_category,
    known.category_rule,
    now()
from (
    select
        ?::text as kind,
        ?::text as author,
        ?::text as reason,
        ?::jsonb as fingerprints,
        ?::int as word,
        ?::text as undone_edit_id,
        ?::text as error_category
) as edits
left join dim_error_pattern as known
    on known.fingerprint = edits.fingerprints ->> 0
    and edits.error_category is not null
returning edit_id
