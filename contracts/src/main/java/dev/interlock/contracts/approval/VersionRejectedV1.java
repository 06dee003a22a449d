package dev.interlock.contracts.approval;

import java.util.List;

/**
 * {@code version.rejected}: no gate lets this version pass until the rejection is revoked.
 *
 * @param role the role that made the person eligible
 * @param roles all roles held when deciding
 */
public record VersionRejectedV1(
        String rejectionId,
        String product,
        String version,
        String type,
        String person,
        String role,
        List<String> roles,
        String reason,
        List<Evidence> evidence)
        implements ApprovalMessage {}
