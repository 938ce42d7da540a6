-- Who may act on problems and tell of releases.
alter table api_key drop constraint api_key_scope_check;
alter table api_key add constraint api_key_scope_check check (scope in ('read', 'edit', 'admin'));
comment on column api_key.scope is 'read; edit, which may also act on problems and tell of releases; or admin, which may also read the metrics.';

alter table access_role add column is_editor boolean not null default false;
comment on column access_role.is_editor is 'Whether it may also act on problems and tell of releases.';
