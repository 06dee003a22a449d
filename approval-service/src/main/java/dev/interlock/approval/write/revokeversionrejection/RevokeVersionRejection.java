package dev.interlock.approval.write.revokeversionrejection;

import dev.interlock.approval.domain.VersionSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * @param person the person behind the call; null for a machine
 * @param version as the registry told it just before
 */
record RevokeVersionRejection(
        String rejection,
        String reason,
        @Nullable String person,
        String actorKind,
        VersionSnapshot version) {}
