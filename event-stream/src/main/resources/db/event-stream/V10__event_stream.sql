-- What the relay and subscriptions must remember across restarts.

-- How far this service's events are known to be on their topic. A hint: the topic itself is asked first.
create table relay_position (
    source     text   not null primary key,
    topic_id   text   not null, -- a changed id means that Kafka lost its data
    position   bigint not null
);

create table subscription_position (
    subscription text   not null,
    source       text   not null,
    position     bigint not null,
    primary key (subscription, source)
);

-- Events that could not be handled, and later events of the same entity, in order.
create table parked_message (
    subscription text        not null,
    source       text        not null,
    position     bigint      not null,
    subject      text        not null,
    event_id     text        not null,
    type         text        not null,
    reason       text        not null,
    envelope     text        not null, -- a line as of GET /internal/events
    parked_at    timestamptz not null default now(),
    primary key (subscription, source, position)
);
create index parked_message_entity on parked_message (subscription, source, subject);
