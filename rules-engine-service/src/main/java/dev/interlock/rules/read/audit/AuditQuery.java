package dev.interlock.rules.read.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which rows; null = any.
 *
 * @param from inclusive
 * @param to exclusive
 */
record AuditQuery(
        @Nullable String source,
        @Nullable String type,
        @Nullable String subject,
        @Nullable String actor,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean newestFirst,
        int limit,
        @Nullable AuditPage after) {}
