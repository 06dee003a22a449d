package dev.interlock.eventstream;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Sources;
import dev.interlock.contracts.dr.ProductRegisteredV1;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Events of a made-up history; each history has its own chain hashes. */
final class Envelopes {

    private Envelopes() {}

    /** A product registered at this position, right after the one before. */
    static EventEnvelope product(String history, long position) {
        return of(history, position, position - 1, "product-" + position % 7);
    }

    static EventEnvelope of(String history, long position, long previous, String subject) {
        return new EventEnvelope(
                Sources.DR,
                position,
                previous,
                history + "-" + position,
                "product.registered",
                1,
                subject,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                null,
                null,
                "user",
                "usr_1",
                "human",
                "api",
                null,
                null,
                history + ":" + position,
                new MessageJson().write(new ProductRegisteredV1(subject, "prd-" + position)));
    }

    static EventEnvelope garbled(EventEnvelope event) {
        return withData(event, "{\"product\":");
    }

    static EventEnvelope withData(EventEnvelope e, String data) {
        return new EventEnvelope(
                e.source(),
                e.position(),
                e.previousPosition(),
                e.id(),
                e.type(),
                e.version(),
                e.subject(),
                e.time(),
                e.correlationId(),
                e.causationId(),
                e.authType(),
                e.authId(),
                e.actorKind(),
                e.channel(),
                e.onBehalfOf(),
                e.traceparent(),
                e.chainHash(),
                data);
    }
}
