package dev.interlock.approval.domain;

/**
 * A role given to a person.
 *
 * @param id unique per person; the role's own name when it holds everywhere
 */
public record RoleGrant(String id, String role, RoleScope scope) {

    public static RoleGrant everywhere(String role) {
        return new RoleGrant(role, role, RoleScope.EVERYWHERE);
    }
}
