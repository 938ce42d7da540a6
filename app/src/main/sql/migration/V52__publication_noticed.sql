-- A publication that left no trace but its version was published some time between two loads. Only the first of the two times was
-- kept, so that a run compared with one from between them was told that its model had not changed.
alter table dim_release add column noticed_at timestamptz;
comment on column dim_release.noticed_at is
'For a publication of which only the version tells: the latest run known when it was noticed; it was published between released_at and then. Null where released_at is exact.';
