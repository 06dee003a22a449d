-- Not a read model: numbers once given are never given again.
CREATE SEQUENCE template_number;

-- Each template in its newest version.
CREATE TABLE template (
    id           text        PRIMARY KEY,
    position     bigint      NOT NULL,
    version      integer     NOT NULL,
    name         text        NOT NULL,
    description  text,
    environments text[]      NOT NULL,
    updated_at   timestamptz NOT NULL
);
CREATE INDEX template_by_age ON template (position DESC);
