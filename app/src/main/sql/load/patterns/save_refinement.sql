insert into pattern_refinement (refinement_md5, signature, root_type, error_code, frames, fingerprint)
values (md5(?)::uuid, ?, ?, ?, ?::jsonb, ?)
on conflict (refinement_md5) do update set
    fingerprint = excluded.fingerprint,
    loaded_at = now()
