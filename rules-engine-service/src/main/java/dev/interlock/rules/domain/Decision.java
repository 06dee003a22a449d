package dev.interlock.rules.domain;

import java.util.List;

/** Three answers to a command: redelivery is normal, a refusal is no failure. */
public sealed interface Decision<E> {

    record Accepted<E>(List<E> events) implements Decision<E> {}

    record Redundant<E>(String because) implements Decision<E> {}

    record Refused<E>(Refusal refusal) implements Decision<E> {}

    /**
     * @throws CommandRefused if it was refused
     */
    default List<E> eventsOrRefuse() {
        return switch (this) {
            case Accepted<E>(var events) -> events;
            case Redundant<E> ignored -> List.of();
            case Refused<E>(var refusal) -> throw new CommandRefused(refusal);
        };
    }
}
