package dev.interlock.contracts.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code freeze.activated}: nothing new is deployed in its scope from its start until its end.
 *
 * @param freeze the freeze's id
 * @param incidentUrl null if none was named
 * @param products folded names in scope; empty = all
 * @param environments folded names in scope; empty = all
 * @param environmentTypes types in scope; empty = all
 * @param startsAt not before {@code at}
 * @param expiresAt no longer then: half-open; null = until somebody thaws it
 * @param at when it was activated, by its owner's clock
 * @param by opaque id of who activated it
 * @param productLabels {@code name} or {@code name:value} in scope; null = all
 */
public record FreezeActivatedV1(
        String freeze,
        String reason,
        @Nullable String incidentUrl,
        List<String> products,
        List<String> environments,
        List<String> environmentTypes,
        Instant startsAt,
        @Nullable Instant expiresAt,
        Instant at,
        String by,
        @Nullable List<String> productLabels)
        implements RulesMessage {

    /** Whatever the labels of the product. */
    public FreezeActivatedV1(
            String freeze,
            String reason,
            @Nullable String incidentUrl,
            List<String> products,
            List<String> environments,
            List<String> environmentTypes,
            Instant startsAt,
            @Nullable Instant expiresAt,
            Instant at,
            String by) {
        this(
                freeze,
                reason,
                incidentUrl,
                products,
                environments,
                environmentTypes,
                startsAt,
                expiresAt,
                at,
                by,
                null);
    }
}
