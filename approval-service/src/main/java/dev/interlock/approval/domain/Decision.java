package dev.interlock.approval.domain;

import java.util.List;

/** Three answers to a command: new facts, nothing new, or no. */
public sealed interface Decision<E> {

    record Accepted<E>(List<E> events) implements Decision<E> {}

    /** A repetition: normal, no error, no event. */
    record Redundant<E>(String because) implements Decision<E> {}

    record Refused<E>(Refusal refusal) implements Decision<E> {}

    static <E> Decision<E> accepted(E event) {
        return new Accepted<>(List.of(event));
    }

    /**
     * @throws CommandRefused if refused
     */
    default List<E> eventsOrRefuse() {
        return switch (this) {
            case Accepted(var events) -> events;
            case Redundant<E> _ -> List.of();
            case Refused(var refusal) -> throw new CommandRefused(refusal);
        };
    }
}
