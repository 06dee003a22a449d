-- Every version of every rule, as people read it; rebuilt from the event store.
create table rule_version (
    rule     text    not null,
    version  integer not null,
    contents text    not null,
    primary key (rule, version)
);

-- Every decision that was answered. Starts keep theirs in the attempt's own event, too.
create table decision (
    id         text        not null primary key,
    decided_at timestamptz not null,
    kind       text        not null, -- check or start
    allowed    boolean     not null,
    body       text        not null  -- what was answered, word for word
);
create index decision_by_time on decision (decided_at);
