-- A kind of error line. Of two samples the smaller stays: which one decides must not depend on who came first.
insert into handed_kind (kind_id, signature, root_type, error_code, frames, sample)
values (?, ?, ?, ?, to_jsonb(?::text[]), ?)
on conflict (kind_id) do update set
    sample = excluded.sample
where excluded.sample collate "C" < handed_kind.sample collate "C"
