package dev.interlock.rules.kafka;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Message;
import dev.interlock.contracts.MessageCatalogue;
import dev.interlock.contracts.Sources;
import dev.interlock.contracts.approval.ApprovalMessage;
import dev.interlock.contracts.dr.DrMessage;
import dev.interlock.contracts.rules.RulesMessage;
import dev.interlock.rules.projection.WorldWriter;

/** Applies one message to the world; what cannot be applied parks its entity and nothing else. */
public final class WorldMessages {

    private WorldMessages() {}

    /** Idempotent: a position applied before changes nothing. */
    public static void apply(EventEnvelope envelope, Message message, WorldWriter world) {
        if (envelope.position() <= world.position(envelope.source())) {
            return;
        }
        var entity = Entity.of(envelope);
        if (!world.isParked(envelope.source(), entity.kind(), entity.id())) {
            try {
                switch (message) {
                    case DrMessage m ->
                            DrMessages.apply(m, envelope.position(), envelope.time(), world);
                    case ApprovalMessage m -> ApprovalMessages.apply(m, envelope.time(), world);
                    case RulesMessage m -> RuleMessages.apply(m, world);
                    default -> {} // of no concern to the gate
                }
            } catch (RuntimeException unreadable) { // whatever is wrong with it, the rest goes on
                park(envelope, String.valueOf(unreadable.getMessage()), world);
            }
        } else {
            missed(envelope, entity, world);
        }
        world.reached(envelope.source(), envelope.position());
    }

    /**
     * For a type or version that this build does not know. A new type concerns others; a newer
     * version of a known one says something about its entity that is lost on us.
     */
    public static void unknown(EventEnvelope envelope, WorldWriter world) {
        if (MessageCatalogue.entries().stream().anyMatch(e -> e.type().equals(envelope.type()))) {
            parked(envelope, "version " + envelope.version() + " is not known", world);
        } else if (envelope.position() > world.position(envelope.source())) {
            world.reached(envelope.source(), envelope.position());
        }
    }

    /** For a record that could not even be decoded. */
    public static void parked(EventEnvelope envelope, String why, WorldWriter world) {
        if (envelope.position() > world.position(envelope.source())) {
            park(envelope, why, world);
            world.reached(envelope.source(), envelope.position());
        }
    }

    private static void park(EventEnvelope envelope, String why, WorldWriter world) {
        var entity = Entity.of(envelope);
        world.park(
                envelope.source(),
                entity.kind(),
                entity.id(),
                "%s at %s=%d: %s"
                        .formatted(envelope.type(), envelope.source(), envelope.position(), why));
        missed(envelope, entity, world);
    }

    /** Any record of its owner may have changed what a deployment request covers. */
    private static void missed(EventEnvelope envelope, Entity entity, WorldWriter world) {
        if (envelope.source().equals(Sources.DR) && entity.kind().equals("dr")) {
            world.coverageUnknown(entity.id(), envelope.position());
        }
    }

    /** The entity a record is about. */
    private record Entity(String kind, String id) {

        static Entity of(EventEnvelope envelope) {
            int dot = envelope.type().indexOf('.');
            var family = dot < 0 ? envelope.type() : envelope.type().substring(0, dot);
            return new Entity(family.equals("deployment") ? "lane" : family, envelope.subject());
        }
    }
}
