package dev.interlock.dr.domain;

import dev.interlock.dr.events.DrEvent;
import java.util.List;

/** Three answers, not two: redelivery is normal, and a refusal is no failure. */
public sealed interface Decision<E extends DrEvent> {

    record Accepted<E extends DrEvent>(List<E> events) implements Decision<E> {}

    record Redundant<E extends DrEvent>(String because) implements Decision<E> {}

    record Refused<E extends DrEvent>(Refusal refusal) implements Decision<E> {}

    static <E extends DrEvent> Decision<E> accept(E event) {
        return new Accepted<>(List.of(event));
    }

    static <E extends DrEvent> Decision<E> accept(E first, E second) {
        return new Accepted<>(List.of(first, second));
    }

    static <E extends DrEvent> Decision<E> redundant(String because) {
        return new Redundant<>(because);
    }

    static <E extends DrEvent> Decision<E> refuse(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /**
     * What to append; nothing when redundant.
     *
     * @throws CommandRefused when refused
     */
    default List<E> orThrow() {
        return switch (this) {
            case Accepted<E>(var events) -> events;
            case Redundant<E> _ -> List.of();
            case Refused<E>(var refusal) -> throw new CommandRefused(refusal);
        };
    }
}
