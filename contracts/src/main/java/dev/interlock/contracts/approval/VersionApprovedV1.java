package dev.interlock.contracts.approval;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code version.approved}: somebody signed off a version; it travels with the version, whatever
 * request ships it.
 *
 * @param environment it is given for; null = any
 * @param digest the artifact it is given for; null if none was bound then
 * @param by a person's id, or a service key's
 * @param machine true when a service key gave it: it counts only where a rule names it
 * @param role the role that made the person eligible; null for a machine
 * @param roles all roles held when deciding; none for a machine
 * @param validUntil from then on it no longer counts; null = for ever
 */
public record VersionApprovedV1(
        String approvalId,
        String product,
        String version,
        String type,
        @Nullable String environment,
        @Nullable String digest,
        String by,
        boolean machine,
        @Nullable String role,
        List<String> roles,
        @Nullable Instant validUntil,
        @Nullable String comment,
        List<Evidence> evidence)
        implements ApprovalMessage {}
