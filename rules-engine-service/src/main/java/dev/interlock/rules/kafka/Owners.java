package dev.interlock.rules.kafka;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Sources;
import dev.interlock.eventstore.PublishedEvents;
import dev.interlock.eventstream.HttpRemoteEvents;
import dev.interlock.eventstream.RemoteEvents;
import java.util.List;

/** The owners' event stores: the other services over HTTP, this one directly. */
final class Owners implements RemoteEvents, AutoCloseable {

    private final HttpRemoteEvents others;
    private final PublishedEvents own;

    Owners(HttpRemoteEvents others, PublishedEvents own) {
        this.others = others;
        this.own = own;
    }

    @Override
    public List<EventEnvelope> after(String source, long position, int limit) {
        return source.equals(Sources.RULES)
                ? own.after(position, limit)
                : others.after(source, position, limit);
    }

    @Override
    public void close() {
        others.close();
    }
}
