-- Since when a version runs again because another was rolled back; null = since its deployment
-- completed.
ALTER TABLE running_version ADD COLUMN since timestamptz;
