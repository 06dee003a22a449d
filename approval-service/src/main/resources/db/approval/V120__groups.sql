-- Groups of people; like all read models here rebuilt from the event store at any time.

CREATE TABLE person_group (
    group_id text PRIMARY KEY,
    name     text NOT NULL
);

CREATE TABLE group_member (
    group_id text NOT NULL,
    person   text NOT NULL,
    PRIMARY KEY (group_id, person)
);
CREATE INDEX group_member_by_person ON group_member (person);
