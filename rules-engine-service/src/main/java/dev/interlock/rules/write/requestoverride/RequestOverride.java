package dev.interlock.rules.write.requestoverride;

import java.time.Instant;
import java.util.List;

/**
 * @param environment folded name, no alias
 * @param rules what it lifts, as an override names it
 * @param people how many must stand for it: 1 or 2
 * @param reviewDue has the person broken the glass before, and nobody closed the review?
 * @param by opaque id of who sends it
 */
record RequestOverride(
        String id,
        String product,
        String version,
        String environment,
        List<String> rules,
        String reason,
        String incidentUrl,
        int people,
        Instant expiresAt,
        boolean reviewDue,
        String by) {}
