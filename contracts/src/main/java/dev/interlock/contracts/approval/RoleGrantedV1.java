package dev.interlock.contracts.approval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code person.role_granted}.
 *
 * @param grant names this grant among the person's; null = the role's name, for one that holds
 *     everywhere
 * @param products where it holds; null = for all
 * @param environments where it holds; null = in all
 */
public record RoleGrantedV1(
        String person,
        String role,
        @Nullable String grant,
        @Nullable List<String> products,
        @Nullable List<String> environments)
        implements ApprovalMessage {

    /** Everywhere. */
    public RoleGrantedV1(String person, String role) {
        this(person, role, null, null, null);
    }

    public String grantId() {
        return grant == null ? role : grant;
    }
}
