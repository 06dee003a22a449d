package dev.interlock.approval.write.rejectversion;

import dev.interlock.approval.domain.VersionName;
import dev.interlock.approval.events.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param rejection id of the rejection, should it be made
 * @param person the person behind the call; null for a machine
 */
record RejectVersion(
        String rejection,
        VersionName version,
        String type,
        String reason,
        List<Evidence> evidence,
        @Nullable String person,
        String actorKind) {}
