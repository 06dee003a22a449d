package dev.interlock.approval.domain;

import dev.interlock.approval.events.DelegationEnded;
import dev.interlock.approval.events.DelegationEvent;
import dev.interlock.approval.events.DelegationGiven;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One person deciding for another, for a time. */
public sealed interface Delegation {

    record Unknown() implements Delegation {}

    /**
     * @param endsAt no longer then: half-open
     * @param environments empty = all
     * @param products empty = all
     * @param types of slots; empty = all
     * @param endedAt when it was ended before its time; null if it was not
     */
    record Given(
            String id,
            String from,
            String to,
            Instant startsAt,
            Instant endsAt,
            List<String> environments,
            List<String> products,
            List<String> types,
            @Nullable Instant endedAt)
            implements Delegation {

        public boolean isActive(Instant now) {
            return !now.isBefore(startsAt)
                    && now.isBefore(endsAt)
                    && (endedAt == null || now.isBefore(endedAt));
        }

        /** Does its scope hold all that the slot's approvals are for? */
        public boolean covers(RequestSnapshot request, RequestSnapshot.Slot slot) {
            var places = request.placesOf(slot);
            return (types.isEmpty() || types.contains(slot.type()))
                    && (environments.isEmpty() && products.isEmpty()
                            || !places.isEmpty() && places.stream().allMatch(this::covers));
        }

        private boolean covers(Place place) {
            return (environments.isEmpty() || environments.contains(place.environment()))
                    && (products.isEmpty() || products.contains(place.product()));
        }
    }

    default Delegation evolve(DelegationEvent event) {
        return switch (event) {
            case DelegationGiven e ->
                    new Given(
                            e.delegation(),
                            e.from(),
                            e.to(),
                            e.startsAt(),
                            e.endsAt(),
                            Objects.requireNonNullElse(e.environments(), List.of()),
                            Objects.requireNonNullElse(e.products(), List.of()),
                            Objects.requireNonNullElse(e.types(), List.of()),
                            null);
            case DelegationEnded e ->
                    switch (this) {
                        case Unknown unknown -> unknown;
                        case Given d ->
                                new Given(
                                        d.id(),
                                        d.from(),
                                        d.to(),
                                        d.startsAt(),
                                        d.endsAt(),
                                        d.environments(),
                                        d.products(),
                                        d.types(),
                                        e.at());
                    };
        };
    }
}
