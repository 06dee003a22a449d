package dev.interlock.rules.kafka;

import dev.interlock.contracts.Head;
import dev.interlock.contracts.Sources;
import dev.interlock.edge.InternalHttp;
import dev.interlock.edge.ServiceIdentity;
import dev.interlock.edge.ServiceUnreachable;
import dev.interlock.eventstore.EventReader;
import dev.interlock.rules.read.audit.OwnersChains;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the owners to verify their event stores: the others over HTTP, this one directly. */
@Component
final class OwnersVerification implements OwnersChains {

    /** They recompute their whole chain. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Map<String, URI> owners;
    private final InternalHttp http;
    private final ServiceIdentity self;
    private final EventReader own;

    OwnersVerification(
            ServicesProperties services, InternalHttp http, ServiceIdentity self, EventReader own) {
        this.owners =
                Map.of(
                        Sources.DR, services.dr(),
                        Sources.APPROVAL, services.approval(),
                        Sources.NOTIFICATION, services.notification());
        this.http = http;
        this.self = self;
        this.own = own;
    }

    @Override
    public @Nullable Chain verify(String source, long position, String hash) {
        var owner = owners.get(source);
        if (owner == null) {
            var mine = own.verify(new Head(source, position, hash));
            return new Chain(mine.position(), mine.chainHash(), mine.intact(), mine.brokenAt());
        }
        try {
            var reply =
                    http.exchange(
                            "GET",
                            "%s/internal/events/verify?position=%d&hash=%s"
                                    .formatted(owner, position, hash),
                            null,
                            self.identity(),
                            LONGEST);
            return reply.isSuccess() ? reply.as(Chain.class) : null;
        } catch (ServiceUnreachable away) {
            return null;
        }
    }
}
