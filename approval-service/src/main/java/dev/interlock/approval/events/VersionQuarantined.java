package dev.interlock.approval.events;

import java.time.Instant;
import java.util.List;

/**
 * No gate lets this version pass before the end of the quarantine.
 *
 * @param role the role that made the person eligible
 * @param roles all roles held when deciding
 * @param until its end; at that instant it blocks no more
 */
public record VersionQuarantined(
        String quarantine,
        String product,
        String version,
        String person,
        String role,
        List<String> roles,
        String reason,
        Instant until)
        implements VersionSignOffEvent {}
