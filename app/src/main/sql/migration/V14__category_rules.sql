-- Which rules the stored categories follow. When the program comes with others, the next load categorises the stored patterns
-- anew.

create table pattern_rules (
    is_only boolean primary key default true check (is_only),
    rules_fingerprint text not null,
    loaded_at timestamptz not null default now()
);
comment on table pattern_rules is 'One row: the category rules that the categories of the patterns follow.';
comment on column pattern_rules.is_only is 'Always true: there is one row.';
comment on column pattern_rules.rules_fingerprint is 'Changes with the rules.';
comment on column pattern_rules.loaded_at is 'When this row was last written.';

create unlogged table ${staging}.recategorised_pattern (
    fingerprint text primary key,
    error_category text not null,
    category_rule text not null
);
comment on table ${staging}.recategorised_pattern is 'One row per stored pattern whose category this load changes.';
