-- Every freeze as it stands, as people read it; rebuilt from the event store.
create table declared_freeze (
    id        text        not null primary key,
    position  bigint      not null, -- of the event that activated it
    starts_at timestamptz not null,
    ends_at   timestamptz,          -- by its expiry or because it was thawed; null = not known yet
    contents  text        not null
);
create unique index declared_freeze_by_position on declared_freeze (position);
create index declared_freeze_by_end on declared_freeze (ends_at);
