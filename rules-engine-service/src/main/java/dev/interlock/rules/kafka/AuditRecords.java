package dev.interlock.rules.kafka;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.eventstream.EnvelopeLines;
import dev.interlock.rules.read.audit.AuditRecord;

/** Envelopes as rows of the audit log; the same however an envelope came. */
public final class AuditRecords {

    private final EnvelopeLines lines = new EnvelopeLines();

    public AuditRecord of(EventEnvelope e) {
        return new AuditRecord(
                e.source(),
                e.position(),
                e.previousPosition(),
                e.id(),
                e.type(),
                e.version(),
                e.subject(),
                e.time(),
                e.authType(),
                e.authId(),
                e.actorKind(),
                e.channel(),
                e.onBehalfOf(),
                e.correlationId(),
                e.causationId(),
                e.chainHash(),
                lines.write(e));
    }
}
