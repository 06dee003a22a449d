-- A person may hold one role by several grants, and may be kept from acting.

alter table known_role add column grant_id text;
update known_role set grant_id = role;
alter table known_role
    drop constraint known_role_pkey,
    alter column grant_id set not null,
    add primary key (person, grant_id);

create table inactive_person (
    person text not null primary key
);
