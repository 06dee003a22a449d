-- The artifact a version is bound to, such as sha256:…; null while unbound.
ALTER TABLE version ADD COLUMN digest text;
