package dev.interlock.approval.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody signed off a version; it travels with the version, whatever request ships it.
 *
 * @param environment it is given for; null = any
 * @param digest the artifact it is given for; null if none was bound then
 * @param by a person's id, or a service key's
 * @param machine true when a service key gave it: it counts only where a rule names it
 * @param role the role that made the person eligible; null for a machine
 * @param roles all roles held when deciding; none for a machine
 * @param validUntil from then on it no longer counts; null = for ever
 * @param at when it was given, by its owner's clock; null for one from before this was kept
 */
public record VersionApproved(
        String approval,
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
        List<Evidence> evidence,
        @Nullable Instant at)
        implements VersionSignOffEvent {}
