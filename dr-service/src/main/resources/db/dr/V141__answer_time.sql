-- Until when a deployment request has to be answered, and whether it was. The rows that exist are filled from
-- their last event that says it, so nothing has to be rebuilt.

ALTER TABLE deployment_request
    ADD COLUMN request_expires_at timestamptz,
    -- found out after that time, and final; forgotten by a rebuild, and then found out again
    ADD COLUMN answered           boolean NOT NULL DEFAULT false;

UPDATE deployment_request r
SET request_expires_at = (said.payload #>> '{notes,request_expires_at}')::timestamptz
FROM (SELECT DISTINCT ON (entity_id) entity_id, payload
      FROM event
      WHERE entity_type = 'deployment_request' AND name IN ('dr.drafted', 'dr.edited')
      ORDER BY entity_id, sequence DESC) AS said
WHERE said.entity_id = r.id;

CREATE INDEX deployment_request_to_be_answered ON deployment_request (request_expires_at)
    WHERE state = 'in_progress' AND NOT answered;
