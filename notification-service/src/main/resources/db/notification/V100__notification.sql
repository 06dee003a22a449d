-- The inbox, a read model of this service's own events.
create table inbox_entry (
    id         text        not null primary key,
    position   bigint      not null unique,
    person     text        not null,
    kind       text        not null,
    subject    text        not null,
    title      text        not null,
    text       text        not null,
    created_at timestamptz not null,
    read_at    timestamptz
);
create index inbox_entry_person on inbox_entry (person, position);

-- What other services told: kept in the transaction that moves the subscription's position.

create table known_request (
    dr       text    not null primary key,
    title    text    not null,
    author   text    not null,
    revision integer not null,
    slots    jsonb   not null,
    asked_by text,   -- the event since which approvers are asked; null while nobody is
    asked_as text    -- the kind of the notification that asks them
);

create table known_role (
    person text not null,
    role   text not null,
    primary key (person, role)
);

create table known_approval_type (
    type  text   not null primary key,
    roles text[] not null
);

-- Outcomes heard before the deployment request they are about: sources have no common order.
create table early_outcome (
    event_id text not null primary key,
    dr       text not null,
    kind     text not null,
    text     text not null
);
