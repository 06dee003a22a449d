-- Until when a running deployment may be silent; null = for ever: it started before there were leases.
alter table deployment add column lease_until timestamptz;
create index deployment_lease on deployment (lease_until) where status = 'started';
