-- What a rule says has its scope in one place now, and scopes may name labels of products.
UPDATE rule_version SET contents = (
    contents::jsonb - '{products,environments,environmentTypes}'::text[]
        || jsonb_build_object('scope', jsonb_build_object(
            'products', contents::jsonb -> 'products',
            'productLabels', '[]'::jsonb,
            'environments', contents::jsonb -> 'environments',
            'environmentTypes', contents::jsonb -> 'environmentTypes')))::text;

UPDATE declared_freeze
SET contents = jsonb_set(contents::jsonb, '{freeze,scope,productLabels}', '[]')::text;
