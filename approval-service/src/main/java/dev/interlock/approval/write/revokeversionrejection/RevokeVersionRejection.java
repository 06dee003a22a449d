package dev.interlock.approval.write.revokeversionrejection;

import dev.interlock.approval.domain.VersionSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * @param principal a person's id, or a service key's
 * @param person the person behind the call; null for a machine
 * @param version as the registry told it just before
 */
record RevokeVersionRejection(
        String rejection,
        String reason,
        String principal,
        @Nullable String person,
        String actorKind,
        VersionSnapshot version) {}
