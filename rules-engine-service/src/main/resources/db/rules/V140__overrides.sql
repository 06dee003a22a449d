-- Every override as it stands, as people read it; rebuilt from the event store.
create table requested_override (
    id         text    not null primary key,
    position   bigint  not null, -- of the event that requested it
    review_due boolean not null,
    contents   text    not null
);
create unique index requested_override_by_position on requested_override (position);
create index requested_override_to_review on requested_override (position) where review_due;

-- The override that a question named; null if it named none.
alter table decision add column named_override text;
