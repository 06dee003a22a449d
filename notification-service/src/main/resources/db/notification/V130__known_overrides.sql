-- Overrides as far as people are told of them.
create table known_override (
    id           text not null primary key,
    product      text not null,
    version      text not null,
    environment  text not null,
    reason       text not null,
    incident_url text not null,
    requested_by text not null
);
