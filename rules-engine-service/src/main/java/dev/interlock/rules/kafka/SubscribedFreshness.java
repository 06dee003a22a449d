package dev.interlock.rules.kafka;

import dev.interlock.contracts.Head;
import dev.interlock.contracts.Sources;
import dev.interlock.edge.InternalHttp;
import dev.interlock.edge.ServiceIdentity;
import dev.interlock.eventstore.PublishedEvents;
import dev.interlock.eventstream.Subscription;
import dev.interlock.rules.projection.Freshness;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Freshness as the subscription knows it, and heads as the owners tell them. */
final class SubscribedFreshness implements Freshness {

    static final List<String> SOURCES = List.of(Sources.DR, Sources.APPROVAL, Sources.RULES);

    private final Subscription subscription;
    private final Map<String, URI> owners;
    private final InternalHttp http;
    private final ServiceIdentity self;
    private final PublishedEvents own;

    SubscribedFreshness(
            Subscription subscription,
            Map<String, URI> owners,
            InternalHttp http,
            ServiceIdentity self,
            PublishedEvents own) {
        this.subscription = subscription;
        this.owners = owners;
        this.http = http;
        this.self = self;
        this.own = own;
    }

    @Override
    public List<String> sources() {
        return SOURCES;
    }

    @Override
    public Instant heardAt(String source) {
        return subscription.heardAt(source);
    }

    @Override
    public boolean await(String source, long position, Duration atMost)
            throws InterruptedException {
        return subscription.awaitPosition(source, position, atMost);
    }

    @Override
    public long head(String source, Duration atMost) {
        var owner = owners.get(source);
        if (owner == null) {
            return own.head().position();
        }
        return http.exchange("GET", owner + "/internal/events/head", null, self.identity(), atMost)
                .orThrow()
                .as(Head.class)
                .position();
    }
}
