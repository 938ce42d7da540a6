insert into pattern_rules (rules_fingerprint)
values (?)
on conflict (is_only) do update set
    rules_fingerprint = excluded.rules_fingerprint,
    loaded_at = now()
