-- Roles hold somewhere, and persons can be kept from signing in.

ALTER TABLE person_role
    ADD COLUMN grant_id     text,
    ADD COLUMN products     text[] NOT NULL DEFAULT '{}',
    ADD COLUMN environments text[] NOT NULL DEFAULT '{}';
UPDATE person_role SET grant_id = role;
ALTER TABLE person_role
    DROP CONSTRAINT person_role_pkey,
    ALTER COLUMN grant_id SET NOT NULL,
    ADD PRIMARY KEY (person, grant_id);
COMMENT ON COLUMN person_role.grant_id IS 'unique per person; the role when it holds everywhere';

ALTER TABLE person ADD COLUMN deactivated_at timestamptz;
