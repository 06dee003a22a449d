-- Slots of later stages that approvers may fill by now.
alter table known_request add column opened text[] not null default '{}';
