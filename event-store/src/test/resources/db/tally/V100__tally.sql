CREATE TABLE tally_total (tally text PRIMARY KEY, total bigint NOT NULL, position bigint NOT NULL);
CREATE TABLE note (text text NOT NULL, transaction xid8 NOT NULL DEFAULT pg_current_xact_id());
