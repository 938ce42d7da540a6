-- Alerts: which problems have changed, what each channel was told, and the messages on their way.

create table alert_change (
    problem_key int primary key references dim_problem,
    change_no bigint not null,
    loaded_at timestamptz not null default now()
);
create index alert_change_order on alert_change (change_no);
comment on table alert_change is 'One row per problem that a load or a person has changed. Written in the transaction that changes it.';
comment on index alert_change_order is 'For the problems that a channel has not looked at since they changed.';
comment on column alert_change.problem_key is 'The problem.';
comment on column alert_change.change_no is 'Number of its last change; grows in the order of the transactions.';
comment on column alert_change.loaded_at is 'When this row was last written.';

create table alert_channel (
    channel_name text primary key,
    viewer jsonb not null,
    change_no bigint not null,
    began_at timestamptz not null,
    loaded_at timestamptz not null default now()
);
comment on table alert_channel is 'One row per channel that messages go to, from the first time a program used it.';
comment on column alert_channel.channel_name is 'Its name in the alerts file.';
comment on column alert_channel.viewer is 'What its readers may see, as it was when it was used last.';
comment on column alert_channel.change_no is 'The changes of problems up to this number were looked at.';
comment on column alert_channel.began_at is 'When it was first used. What was broken then is no news to it.';
comment on column alert_channel.loaded_at is 'When this row was last written.';

create table alert_thread (
    channel_name text not null references alert_channel,
    subject text not null,
    turn_no int not null,
    episode_no int not null,
    told_run_count bigint not null,
    is_open boolean not null,
    is_silent boolean not null,
    reference text,
    loaded_at timestamptz not null default now(),
    primary key (channel_name, subject)
);
comment on table alert_thread is 'One row per channel and what it was told of: a problem, late loads, or logs that are behind.';
comment on column alert_thread.channel_name is 'The channel.';
comment on column alert_thread.subject is 'What it is about: problem/ and the problem''s id, load or logs.';
comment on column alert_thread.turn_no is 'How often it has begun for this channel; 1 for the first time.';
comment on column alert_thread.episode_no is 'The episode of the problem that was told last; 0 for loads and logs.';
comment on column alert_thread.told_run_count is 'Runs struck in that episode when it was told last, as the channel''s readers see them.';
comment on column alert_thread.is_open is 'Whether it lasts, as far as the channel knows.';
comment on column alert_thread.is_silent is 'Whether nothing was said of it: it was there before the channel, or the channel does not want its beginning told.';
comment on column alert_thread.reference is 'What the channel calls its first message, for later ones to answer it; null where there is none.';
comment on column alert_thread.loaded_at is 'When this row was last written.';

create table alert_message (
    alert_message_key bigint generated always as identity primary key,
    channel_name text not null references alert_channel,
    subject text not null,
    turn_no int not null,
    message_id text not null,
    alert_kind text not null,
    body jsonb not null,
    try_count int not null default 0,
    last_failure text,
    created_at timestamptz not null,
    next_try_at timestamptz not null,
    sent_at timestamptz,
    given_up_at timestamptz,
    loaded_at timestamptz not null default now(),
    unique (channel_name, message_id)
);
create index alert_message_waiting on alert_message (channel_name, alert_message_key) where sent_at is null and given_up_at is null;
create index alert_message_sent on alert_message (channel_name, sent_at);
comment on table alert_message is 'One row per message of a channel: the outbox, and the log of what was said.';
comment on index alert_message_waiting is 'For the next message to send.';
comment on index alert_message_sent is 'For how many were sent within the hour.';
comment on column alert_message.alert_message_key is 'Surrogate key; messages of a channel are sent in its order.';
comment on column alert_message.channel_name is 'The channel.';
comment on column alert_message.subject is 'What it is about; see alert_thread.';
comment on column alert_message.turn_no is 'Which time of its subject it belongs to.';
comment on column alert_message.message_id is 'The same on each try, so that receivers can tell a repetition. Example: problem/5d41402abc4b/1/new.';
comment on column alert_message.alert_kind is 'new, regressed, grown, recovered, load_late or logs_behind.';
comment on column alert_message.body is 'What it says, with nothing that the channel''s readers may not see.';
comment on column alert_message.try_count is 'Tries so far that failed.';
comment on column alert_message.last_failure is 'Why the last try failed; null when none did.';
comment on column alert_message.created_at is 'When it was decided.';
comment on column alert_message.next_try_at is 'It is not tried before.';
comment on column alert_message.sent_at is 'When the receiver took it; null before.';
comment on column alert_message.given_up_at is 'When it was given up: the receiver refuses it, or the channel''s readers may see less now; null otherwise.';
comment on column alert_message.loaded_at is 'When this row was last written.';

-- Only those who see everything read what other people's channels say.
create policy seen on alert_message using ((select sees_all()));
alter table alert_message enable row level security;
alter table alert_message force row level security;
