-- Every version of every calendar, as people read it; rebuilt from the event store.
create table calendar_version (
    calendar    text        not null,
    version     int         not null,
    size        int         not null,
    imported_at timestamptz not null,
    imported_by text        not null,
    entries     text        not null,
    primary key (calendar, version)
);

-- Those that there are; a version of one that was removed stays readable.
create table calendar (
    name    text not null primary key,
    version int  not null
);
