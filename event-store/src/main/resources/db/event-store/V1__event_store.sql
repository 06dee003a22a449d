-- The event store of one service. Tables are unqualified: each service has a schema of its own.
-- Needs PostgreSQL 17 or newer (transaction_timeout).

CREATE TABLE event (
    position      bigint      PRIMARY KEY,
    id            uuid        NOT NULL,
    entity_type   text        NOT NULL,
    entity_id     text        NOT NULL,
    sequence      bigint      NOT NULL,
    time          timestamptz NOT NULL,
    name          text        NOT NULL,
    version       integer     NOT NULL,
    payload       jsonb       NOT NULL,
    metadata      jsonb       NOT NULL,
    previous_hash bytea       NOT NULL,
    hash          bytea       NOT NULL,
    CONSTRAINT event_once_per_sequence UNIQUE (entity_type, entity_id, sequence)
);

COMMENT ON COLUMN event.position IS 'starts at 1, without gaps, in commit order';
COMMENT ON COLUMN event.sequence IS 'place in the stream of its entity, starts at 0';
COMMENT ON COLUMN event.hash IS 'SHA-256 over previous_hash and the other columns, see event_hash';

CREATE FUNCTION refuse_to_change_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'events are only ever appended (% refused)', TG_OP;
END
$$;

CREATE TRIGGER event_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_history();

-- How far each automation has handled the events of this store.
CREATE TABLE follower_position (
    name     text   PRIMARY KEY,
    position bigint NOT NULL
);

-- SHA-256 over one text: the hash before it, then a line for each column. The lengths of those columns that
-- might hold a line break go first, so no two rows share a text (JSON as PostgreSQL prints it holds none).
CREATE FUNCTION event_hash(e event) RETURNS bytea LANGUAGE sql STABLE
RETURN sha256(convert_to(concat_ws(E'\n',
    encode(e.previous_hash, 'hex'), e.position, e.id, e.sequence, (extract(epoch FROM e.time) * 1000000)::bigint,
    e.version, octet_length(e.entity_type), octet_length(e.entity_id), octet_length(e.name),
    e.entity_type, e.entity_id, e.name, e.payload, e.metadata), 'UTF8'));

CREATE FUNCTION lock_appends() RETURNS void LANGUAGE sql
RETURN pg_advisory_xact_lock(7239000000 + 'event'::regclass::oid::bigint);

-- Appends all events of one commit and answers the position of the last.
--
-- One lock per store, held until commit, makes the order of positions the order of commits: a reader
-- that has seen position n has seen all before it, and none will come later. Nothing slow belongs
-- between this call and the commit; transaction_timeout ends a transaction that dawdles there.
CREATE FUNCTION append_events(events jsonb) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    last_position bigint;
    last_hash     bytea;
    next          event;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'transaction isolation: % (expected: read committed)',
            current_setting('transaction_isolation');
    END IF;
    PERFORM set_config('transaction_timeout', '10s', true);
    PERFORM lock_appends();

    SELECT position, hash INTO last_position, last_hash FROM event ORDER BY position DESC LIMIT 1;
    IF NOT FOUND THEN
        last_position := 0;
        last_hash := decode(repeat('00', 32), 'hex');
    END IF;

    FOR next IN SELECT * FROM jsonb_populate_recordset(NULL::event, events) LOOP
        last_position := last_position + 1;
        next.position := last_position;
        next.previous_hash := last_hash;
        last_hash := event_hash(next);
        next.hash := last_hash;
        INSERT INTO event VALUES (next.*);
    END LOOP;
    RETURN last_position;
END
$$;
