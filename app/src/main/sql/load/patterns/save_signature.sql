insert into pattern_signature (signature, fingerprint)
values (?, ?)
on conflict (signature_md5) do update set
    fingerprint = excluded.fingerprint,
    loaded_at = now()
