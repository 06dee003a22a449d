package dev.interlock.rules.kafka;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Message;
import dev.interlock.eventstream.Subscriber;
import dev.interlock.rules.read.audit.AuditLog;
import org.jspecify.annotations.Nullable;

/** Every event goes on record, also one that nobody here understands. */
final class AuditSubscriber implements Subscriber {

    private final AuditLog audit;
    private final AuditRecords records = new AuditRecords();

    AuditSubscriber(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public long position(String source) {
        return audit.position(source);
    }

    @Override
    public void handle(EventEnvelope event, @Nullable Message message) {
        audit.append(records.of(event));
    }

    @Override
    public void park(EventEnvelope event, String reason) {
        audit.append(records.of(event));
    }
}
