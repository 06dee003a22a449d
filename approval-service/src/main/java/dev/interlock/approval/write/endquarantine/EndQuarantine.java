package dev.interlock.approval.write.endquarantine;

import dev.interlock.approval.domain.VersionSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * @param person the person behind the call; null for a machine
 * @param version as the registry told it just before
 */
record EndQuarantine(
        String quarantine,
        String reason,
        @Nullable String person,
        String actorKind,
        VersionSnapshot version) {}
