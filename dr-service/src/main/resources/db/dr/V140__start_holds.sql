-- While approval-service takes an approval of a deployment request back, nothing of that request starts. A lock over
-- two event stores, not a fact: rows older than an hour are of no use to anybody.
create table start_hold (
    id          bigint      not null generated always as identity primary key,
    dr          text        not null,
    ends_at     timestamptz not null,
    released_as bigint
);
create index start_hold_dr on start_hold (dr);
create index start_hold_released on start_hold (released_as);
create sequence start_hold_release;

comment on column start_hold.ends_at is 'by itself, should whoever placed it have died; by the clock of the database';
comment on column start_hold.released_as is 'number of the release, in commit order; null until then';
