package dev.interlock.rules.events;

import java.time.Instant;
import java.util.List;

/**
 * Somebody breaks the glass for one deployment.
 *
 * @param product folded name
 * @param environment folded name, no alias
 * @param rules what it lifts: ids of rules, {@code freeze:} and an id, or codes of built-in checks
 * @param people how many must stand for it: 1, or 2 = it lifts nothing before it is confirmed
 * @param expiresAt no longer then: half-open
 * @param at by the server's clock
 * @param by opaque id of who requested it
 */
public record OverrideRequested(
        String override,
        String product,
        String version,
        String environment,
        List<String> rules,
        String reason,
        String incidentUrl,
        int people,
        Instant expiresAt,
        Instant at,
        String by)
        implements OverrideEvent {}
