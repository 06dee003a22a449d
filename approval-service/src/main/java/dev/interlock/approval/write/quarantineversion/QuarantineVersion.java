package dev.interlock.approval.write.quarantineversion;

import dev.interlock.approval.domain.VersionName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param quarantine its id, should it begin
 * @param until its end, in the future; at that instant it blocks no more
 * @param person the person behind the call; null for a machine
 */
record QuarantineVersion(
        String quarantine,
        VersionName version,
        String reason,
        Instant until,
        @Nullable String person,
        String actorKind) {}
