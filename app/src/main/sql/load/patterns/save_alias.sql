insert into pattern_alias (kind, fingerprint, replaced_by)
values (?, ?, ?)
on conflict (fingerprint, kind) do update set
    replaced_by = excluded.replaced_by,
    loaded_at = now()
