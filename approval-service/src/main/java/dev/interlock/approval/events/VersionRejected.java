package dev.interlock.approval.events;

import java.util.List;

/**
 * No gate lets this version pass until the rejection is revoked.
 *
 * @param role the role that made the person eligible
 * @param roles all roles held when deciding
 */
public record VersionRejected(
        String rejection,
        String product,
        String version,
        String type,
        String person,
        String role,
        List<String> roles,
        String reason,
        List<Evidence> evidence)
        implements VersionSignOffEvent {}
