package dev.interlock.notification.domain;

import dev.interlock.notification.events.NotificationEvent;
import java.util.List;

/** Three answers: a redelivery is normal, and no error. */
public sealed interface Decision {

    record Accepted(List<NotificationEvent> events) implements Decision {}

    record Redundant() implements Decision {}

    record Refused(Refusal refusal) implements Decision {}

    /**
     * @throws CommandRefused for a refusal
     */
    default List<NotificationEvent> events() {
        return switch (this) {
            case Accepted accepted -> accepted.events;
            case Redundant redundant -> List.of();
            case Refused refused -> throw new CommandRefused(refused.refusal);
        };
    }
}
