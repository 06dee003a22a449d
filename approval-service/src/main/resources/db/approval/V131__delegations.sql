-- Who may decide for whom, and until when. Rebuilt from the event store at any time.
CREATE TABLE delegation (
    delegation   text        PRIMARY KEY,
    delegator    text        NOT NULL,
    delegate     text        NOT NULL,
    starts_at    timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL,
    environments text[]      NOT NULL,
    products     text[]      NOT NULL,
    types        text[]      NOT NULL,
    reason       text        NOT NULL,
    ended_at     timestamptz,
    position     bigint      NOT NULL UNIQUE
);
CREATE INDEX delegation_by_delegate ON delegation (delegate);
CREATE INDEX delegation_by_delegator ON delegation (delegator);
