-- The audit log: a read model of all sources, rebuilt at any time from the owners' event stores.
create table audit_log (
    source            text        not null,
    position          bigint      not null,
    previous_position bigint      not null,
    event_id          text        not null,
    type              text        not null,
    version           integer     not null,
    subject           text        not null,
    time              timestamptz not null,
    auth_type         text        not null,
    actor             text        not null,
    actor_kind        text        not null,
    channel           text        not null,
    on_behalf_of      text,
    correlation_id    text,
    causation_id      text,
    source_hash       text        not null, -- the owner's chain at this event
    envelope          text        not null, -- the whole event, as GET /internal/events writes it
    previous_hash     text        not null, -- this log's own chain, one per source
    hash              text        not null,
    primary key (source, position)
);
create index audit_log_time on audit_log (time, source, position);
create index audit_log_subject on audit_log (subject, time);
create index audit_log_actor on audit_log (actor, time);
create index audit_log_type on audit_log (type, time);

-- How far the log is; the row is locked by whoever appends.
create table audit_head (
    source   text   not null primary key,
    position bigint not null,
    hash     text   not null
);

-- For dashboards: the shape is a promise, the tables are not. A function, since a rebuild exchanges the table.
create function audit_define_views() returns void language plpgsql as $$
begin
    create or replace view audit_v_events as
    select source, position, event_id, type, subject, time, auth_type, actor, actor_kind, channel, on_behalf_of,
           correlation_id, causation_id, envelope::jsonb -> 'data' as data
    from audit_log;
end
$$;
select audit_define_views();
