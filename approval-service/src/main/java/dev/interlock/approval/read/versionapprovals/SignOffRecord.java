package dev.interlock.approval.read.versionapprovals;

import dev.interlock.approval.events.Evidence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision on a version, as made, with what became of it.
 *
 * @param decision {@code approved}, {@code rejected} or {@code quarantined}
 * @param type of the approval; null for a quarantine
 * @param environment an approval is for; null = any
 * @param digest the artifact an approval is for; null if none was bound then
 * @param machine true when a service key gave it
 * @param role the role that made the person eligible; null for a machine
 * @param roles all roles held when deciding
 * @param comment of an approval, else the reason
 * @param validUntil of an approval; null = for ever
 * @param until the end of a quarantine
 * @param stands does it hold now?
 * @param whyNot {@code revoked}, {@code ended} or {@code expired}; null if it stands
 * @param ended who took it back and why; null if nobody did
 */
record SignOffRecord(
        String id,
        String decision,
        @Nullable String type,
        @Nullable String environment,
        @Nullable String digest,
        By by,
        boolean machine,
        @Nullable String role,
        List<String> roles,
        @Nullable String comment,
        List<Evidence> evidence,
        @Nullable Instant validUntil,
        @Nullable Instant until,
        Instant at,
        String channel,
        boolean stands,
        @Nullable String whyNot,
        @Nullable Ended ended) {

    /**
     * @param name for display only
     */
    record By(String id, String name) {}

    record Ended(By by, String reason, Instant at) {}
}
