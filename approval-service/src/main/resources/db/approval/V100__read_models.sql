-- Read models of approval-service, all but token_use rebuilt from the event store at any time.

CREATE TABLE approval_type (
    type  text   PRIMARY KEY,
    name  text   NOT NULL,
    roles text[] NOT NULL
);

CREATE TABLE person (
    person        text        PRIMARY KEY,
    name          text        NOT NULL,
    email         text        UNIQUE,
    registered_at timestamptz NOT NULL
);

-- No foreign keys: events come in the order of the store, and a rebuild clears table by table.
CREATE TABLE person_role (
    person text NOT NULL,
    role   text NOT NULL,
    PRIMARY KEY (person, role)
);
CREATE INDEX person_role_by_role ON person_role (role);

CREATE TABLE token (
    token        text        PRIMARY KEY,
    hash         text        NOT NULL UNIQUE,
    kind         text        NOT NULL,
    name         text        NOT NULL,
    person       text,
    actor_kind   text        NOT NULL,
    actions      text[]      NOT NULL,
    products     text[]      NOT NULL,
    environments text[]      NOT NULL,
    issued_at    timestamptz NOT NULL,
    expires_at   timestamptz,
    revoked_at   timestamptz
);
CREATE INDEX token_by_person ON token (person);
COMMENT ON COLUMN token.hash IS 'lower-case hex SHA-256 of the token, which itself is stored nowhere';

-- No events: when a token was last used decides nothing.
CREATE TABLE token_use (
    token        text        PRIMARY KEY,
    last_used_at timestamptz NOT NULL
);
