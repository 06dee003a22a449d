-- Read models of dr-service: all of them can be rebuilt from the event store. Tables are
-- unqualified: the service has a schema of its own.

-- Not a read model: numbers once given are never given again.
CREATE SEQUENCE deployment_request_number;

CREATE TABLE environment (
    name      text   PRIMARY KEY,
    id        text   NOT NULL,
    type      text   NOT NULL,
    mode      text   NOT NULL,
    time_zone text   NOT NULL,
    aliases   text[] NOT NULL
);

-- Names and aliases together: one name means one environment.
CREATE TABLE environment_name (
    name        text PRIMARY KEY,
    environment text NOT NULL
);

CREATE TABLE product (
    name          text        PRIMARY KEY,
    id            text        NOT NULL,
    registered_at timestamptz NOT NULL
);

CREATE TABLE version (
    product       text        NOT NULL,
    version       text        NOT NULL,
    id            text        NOT NULL,
    scm_sha       text,
    registered_at timestamptz NOT NULL,
    position      bigint      NOT NULL,
    build_id      text,
    build_number  text,
    build_status  text,
    build_url     text,
    built_by      text,
    PRIMARY KEY (product, version)
);
CREATE INDEX version_by_age ON version (position DESC);
CREATE INDEX version_of_product ON version (product, position DESC);

CREATE TABLE deployment_request (
    id           text        PRIMARY KEY,
    position     bigint      NOT NULL,
    title        text        NOT NULL,
    state        text        NOT NULL,
    revision     integer     NOT NULL,
    content_hash text        NOT NULL,
    author       text        NOT NULL,
    items        integer     NOT NULL,
    environments text[]      NOT NULL,
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL
);
CREATE INDEX deployment_request_by_age ON deployment_request (position DESC);
CREATE INDEX deployment_request_in_state ON deployment_request (state, position DESC);

-- Each item in each environment it goes to.
CREATE TABLE deployment_request_target (
    dr          text NOT NULL,
    product     text NOT NULL,
    version     text NOT NULL,
    environment text NOT NULL,
    PRIMARY KEY (dr, product, version, environment)
);
CREATE INDEX deployment_request_covering ON deployment_request_target (product, environment, version);

CREATE TABLE deployment (
    id           text        PRIMARY KEY,
    position     bigint      NOT NULL,
    product      text        NOT NULL,
    version      text        NOT NULL,
    environment  text        NOT NULL,
    status       text        NOT NULL,
    ungated      boolean     NOT NULL DEFAULT false,
    drs          text[]      NOT NULL DEFAULT '{}',
    deployer     text,
    deployed_at  timestamptz NOT NULL,
    completed_at timestamptz,
    report       jsonb       NOT NULL,
    code         text,
    message      text,
    decision     text
);
CREATE INDEX deployment_by_age ON deployment (position DESC);
CREATE INDEX deployment_in_lane ON deployment (product, environment, position DESC);
CREATE INDEX deployment_in_environment ON deployment (environment, position DESC);
CREATE INDEX deployment_with_status ON deployment (status, position DESC);

-- What runs in each lane: its newest completed deployment.
CREATE TABLE running_version (
    product     text    NOT NULL,
    environment text    NOT NULL,
    version     text    NOT NULL,
    deployment  text    NOT NULL,
    ungated     boolean NOT NULL,
    PRIMARY KEY (product, environment)
);
