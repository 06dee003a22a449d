CREATE TABLE tally_total (tally text PRIMARY KEY, total bigint NOT NULL, position bigint NOT NULL);
CREATE TABLE note (text text NOT NULL);
