package dev.interlock.approval.events;

import org.jspecify.annotations.Nullable;

/**
 * The person no longer holds the role by this grant; what was decided with it stays decided.
 *
 * @param grant null = the one that holds everywhere
 */
public record RoleRevoked(String person, String role, @Nullable String grant)
        implements PersonEvent {

    /** The one that holds everywhere. */
    public RoleRevoked(String person, String role) {
        this(person, role, null);
    }
}
