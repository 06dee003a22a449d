-- A role may hold for certain products and environments only; null = for all, in all.
alter table known_role
    add column products text[],
    add column environments text[];

-- Whoever stood for an override reviews it no more than who wanted it; null = nobody did.
alter table known_override add column confirmed_by text;
