-- Releases as they are told, before it is known which of them are new.
create temporary table release_mark (
    release_name text not null,
    service_name text not null,
    environment text not null,
    model_key int not null,
    release_source text not null,
    told_by text,
    released_at timestamptz not null,
    noticed_at timestamptz
) on commit drop
