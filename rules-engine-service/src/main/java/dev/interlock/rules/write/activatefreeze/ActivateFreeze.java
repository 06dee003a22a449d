package dev.interlock.rules.write.activatefreeze;

import dev.interlock.rules.domain.facts.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param startsAt null = now
 * @param expiresAt null = when it is thawed
 * @param by opaque id of who sends it
 */
record ActivateFreeze(
        String id,
        String reason,
        @Nullable String incidentUrl,
        Scope scope,
        @Nullable Instant startsAt,
        @Nullable Instant expiresAt,
        String by) {}
