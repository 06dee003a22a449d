package dev.interlock.contracts.approval;

import org.jspecify.annotations.Nullable;

/**
 * {@code person.role_revoked}.
 *
 * @param grant null = the one that holds everywhere
 */
public record RoleRevokedV1(String person, String role, @Nullable String grant)
        implements ApprovalMessage {

    /** The one that holds everywhere. */
    public RoleRevokedV1(String person, String role) {
        this(person, role, null);
    }

    public String grantId() {
        return grant == null ? role : grant;
    }
}
