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
import static dev.interlock.contracts.identity.Permission.OVERRIDE;
import static dev.interlock.contracts.identity.Permission.OVERRIDE_REVIEW;
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
     * Only {@code break_glass} has {@code OVERRIDE}, and nobody has that by default: not even
     * admins break the glass. Machines sign off as such.
     */
    private static final Map<String, Set<Permission>> OF_ROLE =
            Map.ofEntries(
                    Map.entry(
                            Roles.ADMIN,
                            EnumSet.complementOf(EnumSet.of(OVERRIDE, Permission.SIGN_OFF))),
                    Map.entry(
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
                                    THAW,
                                    OVERRIDE_REVIEW)),
                    Map.entry(Roles.PRODUCT, EnumSet.of(READ, GATE_CHECK, DR_WRITE, APPROVE)),
                    Map.entry(Roles.QA, EnumSet.of(READ, GATE_CHECK, DR_WRITE, APPROVE)),
                    Map.entry(
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
                                    OPERATE)),
                    Map.entry(
                            Roles.SECURITY,
                            EnumSet.of(READ, AUDIT_READ, GATE_CHECK, APPROVE, OVERRIDE_REVIEW)),
                    Map.entry(Roles.DEVELOPER, EnumSet.of(READ, GATE_CHECK, DR_WRITE, APPROVE)),
                    Map.entry(
                            Roles.COMPLIANCE,
                            EnumSet.of(READ, AUDIT_READ, GATE_CHECK, APPROVE, OVERRIDE_REVIEW)),
                    Map.entry(
                            Roles.DEPLOYER,
                            EnumSet.of(READ, GATE_CHECK, BUILD_REPORT, DEPLOYMENT_REPORT)),
                    Map.entry(Roles.VIEWER, EnumSet.of(READ, GATE_CHECK)),
                    Map.entry(Roles.BREAK_GLASS, EnumSet.of(READ, GATE_CHECK, OVERRIDE)));

    private static final Map<String, Permission> OF_ACTION =
            Map.of(
                    "build", BUILD_REPORT,
                    "deploy", DEPLOYMENT_REPORT,
                    "check", GATE_CHECK,
                    "override", OVERRIDE,
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
