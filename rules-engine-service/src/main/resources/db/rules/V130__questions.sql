-- What a decision does not say of its question, so that it can be decided again; null where it was not kept yet.
alter table decision
    add column judged_at  text, -- ISO 8601, with all digits
    add column actor_kind text,
    add column deployer   text;
