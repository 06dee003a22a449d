-- What deployment requests are looked for by. The rows that exist are filled from their last event that
-- says it, so nothing has to be rebuilt.

ALTER TABLE deployment_request
    ADD COLUMN products      text[] NOT NULL DEFAULT '{}',
    ADD COLUMN description   text,
    ADD COLUMN release_notes text,
    ADD COLUMN labels        jsonb  NOT NULL DEFAULT '{}';

UPDATE deployment_request r
SET products = (SELECT coalesce(array_agg(DISTINCT item ->> 'product'), '{}')
                FROM jsonb_array_elements(said.payload #> '{contents,items}') AS item),
    description = said.payload ->> 'description',
    release_notes = said.payload #>> '{notes,release_notes}',
    labels = coalesce(said.payload #> '{notes,labels}', '{}')
FROM (SELECT DISTINCT ON (entity_id) entity_id, payload
      FROM event
      WHERE entity_type = 'deployment_request' AND name IN ('dr.drafted', 'dr.edited')
      ORDER BY entity_id, sequence DESC) AS said
WHERE said.entity_id = r.id;

-- Folded by a collation that every PostgreSQL has and that knows more than ASCII, whatever the database's own.
ALTER TABLE deployment_request
    ADD COLUMN words text NOT NULL GENERATED ALWAYS AS (
        lower((id || E'\n' || title || E'\n' || coalesce(description, '') || E'\n'
            || coalesce(release_notes, '')) COLLATE pg_c_utf8)) STORED;

CREATE INDEX deployment_request_by_author ON deployment_request (author, position DESC);
CREATE INDEX deployment_request_with_label ON deployment_request USING gin (labels jsonb_path_ops);
CREATE INDEX deployment_request_of_product ON deployment_request USING gin (products);
CREATE INDEX deployment_request_to_environment ON deployment_request USING gin (environments);
