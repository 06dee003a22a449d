-- What was answered to requests with an Idempotency-Key, for a day. A row is written in the transaction of the
-- events it goes with, so there is an answer exactly if there are events.
CREATE TABLE idempotent_request (
    principal       text        NOT NULL,
    idempotency_key text        NOT NULL,
    fingerprint     text        NOT NULL,
    status          integer,
    headers         jsonb,
    body            bytea,
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (principal, idempotency_key),
    CONSTRAINT answered_as_a_whole CHECK ((status IS NULL) = (headers IS NULL) AND (status IS NULL) = (body IS NULL))
);

CREATE INDEX idempotent_request_by_age ON idempotent_request (created_at);

COMMENT ON COLUMN idempotent_request.fingerprint IS 'lower-case hex SHA-256 over method, path and body';
COMMENT ON COLUMN idempotent_request.status IS 'null when it was refused: then it may be asked again';
COMMENT ON COLUMN idempotent_request.body IS 'as it was sent; without what is shown once';
