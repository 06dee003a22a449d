package dev.interlock.approval.read.identity;

import static dev.interlock.contracts.identity.Permission.APPROVE;
import static dev.interlock.contracts.identity.Permission.AUDIT_READ;
import static dev.interlock.contracts.identity.Permission.BUILD_REPORT;
import static dev.interlock.contracts.identity.Permission.DEPLOYMENT_REPORT;
import static dev.interlock.contracts.identity.Permission.DR_WRITE;
import static dev.interlock.contracts.identity.Permission.DR_WRITE_ANY;
import static dev.interlock.contracts.identity.Permission.ENVIRONMENT_WRITE;
import static dev.interlock.contracts.identity.Permission.FREEZE;
import static dev.interlock.contracts.identity.Permission.GATE_CHECK;
import static dev.interlock.contracts.identity.Permission.OPERATE;
import static dev.interlock.contracts.identity.Permission.READ;
import static dev.interlock.contracts.identity.Permission.RULE_WRITE;
import static dev.interlock.contracts.identity.Permission.THAW;

import dev.interlock.approval.domain.Roles;
import dev.interlock.contracts.identity.Permission;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The one table from roles, and from a service key's actions, to permissions. */
final class RolePermissions {

    /**
     * No role has {@code OVERRIDE}: not even admins break the glass by default. Machines sign off
     * as such.
     */
    private static final Map<String, Set<Permission>> OF_ROLE =
            Map.of(
                    Roles.ADMIN,
                    EnumSet.complementOf(EnumSet.of(Permission.OVERRIDE, Permission.SIGN_OFF)),
                    Roles.RELEASE_MANAGER,
                    EnumSet.of(
                            READ,
                            AUDIT_READ,
                            GATE_CHECK,
                            BUILD_REPORT,
                            DEPLOYMENT_REPORT,
                            DR_WRITE,
                            DR_WRITE_ANY,
                            APPROVE,
                            ENVIRONMENT_WRITE,
                            RULE_WRITE,
                            FREEZE,
                            THAW),
                    Roles.PRODUCT,
                    EnumSet.of(READ, GATE_CHECK, DR_WRITE, APPROVE),
                    Roles.QA,
                    EnumSet.of(READ, GATE_CHECK, DR_WRITE, APPROVE),
                    Roles.SRE,
                    EnumSet.of(
                            READ,
                            AUDIT_READ,
                            GATE_CHECK,
                            DEPLOYMENT_REPORT,
                            DR_WRITE,
                            APPROVE,
                            FREEZE,
                            THAW,
                            OPERATE),
                    Roles.SECURITY,
                    EnumSet.of(READ, AUDIT_READ, GATE_CHECK, APPROVE),
                    Roles.DEVELOPER,
                    EnumSet.of(READ, GATE_CHECK, DR_WRITE, APPROVE),
                    Roles.COMPLIANCE,
                    EnumSet.of(READ, AUDIT_READ, GATE_CHECK, APPROVE),
                    Roles.DEPLOYER,
                    EnumSet.of(READ, GATE_CHECK, BUILD_REPORT, DEPLOYMENT_REPORT),
                    Roles.VIEWER,
                    EnumSet.of(READ, GATE_CHECK));

    private static final Map<String, Permission> OF_ACTION =
            Map.of(
                    "build", BUILD_REPORT,
                    "deploy", DEPLOYMENT_REPORT,
                    "check", GATE_CHECK,
                    "sign_off", Permission.SIGN_OFF,
                    "read", READ);

    /**
     * The most an agent may, whatever its person may: it prepares, people decide. Nothing here lets
     * it approve, or change who or what decides.
     */
    private static final Set<Permission> OF_AGENTS =
            EnumSet.of(
                    READ,
                    AUDIT_READ,
                    GATE_CHECK,
                    BUILD_REPORT,
                    DEPLOYMENT_REPORT,
                    DR_WRITE,
                    DR_WRITE_ANY);

    private RolePermissions() {}

    static Set<Permission> ofRoles(Collection<String> roles) {
        var permissions = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> permissions.addAll(OF_ROLE.getOrDefault(role, Set.of())));
        return permissions;
    }

    static Set<Permission> ofActions(Collection<String> actions) {
        var permissions = EnumSet.noneOf(Permission.class);
        for (var action : actions) {
            var permission = OF_ACTION.get(action);
            if (permission != null) {
                permissions.add(permission);
            }
        }
        return permissions;
    }

    static Set<Permission> limited(Set<Permission> permissions, String actorKind) {
        if (!actorKind.equals("agent")) {
            return permissions;
        }
        var limited = EnumSet.noneOf(Permission.class);
        limited.addAll(permissions);
        limited.retainAll(OF_AGENTS);
        return limited;
    }
}
