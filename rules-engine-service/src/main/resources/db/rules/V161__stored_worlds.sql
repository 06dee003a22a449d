-- What was known when it was stored, so that a start need not read every event again. Only a copy:
-- it may be deleted at any time.
create table stored_world (
    id        uuid        not null primary key,
    build     text        not null, -- only the very build that wrote it can read it
    stored_at timestamptz not null,
    heads     text        not null, -- JSON: the newest event of each source that is in it
    seal      text,                 -- with the secret of the installation; null while the parts are written
    bytes     bigint
);
create table stored_world_part (
    world    uuid    not null references stored_world on delete cascade,
    part     integer not null, -- from 0
    contents bytea   not null,
    primary key (world, part)
);
