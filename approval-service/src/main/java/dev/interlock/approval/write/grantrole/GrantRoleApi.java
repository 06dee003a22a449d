package dev.interlock.approval.write.grantrole;

import dev.interlock.approval.authority.Authority;
import dev.interlock.approval.domain.RoleGrant;
import dev.interlock.approval.domain.RoleScope;
import dev.interlock.approval.domain.Roles;
import dev.interlock.approval.http.CallerCommands;
import dev.interlock.approval.http.ScopeNames;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Violations;
import dev.interlock.eventstore.Answer;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class GrantRoleApi {

    /**
     * @param products where the role shall hold; none = for all
     * @param environments where the role shall hold; none = in all
     */
    record Body(
            @Nullable String role,
            @Nullable List<@Nullable String> products,
            @Nullable List<@Nullable String> environments) {}

    record Grant(String id, String role, List<String> products, List<String> environments) {

        static Grant of(RoleGrant grant) {
            return new Grant(
                    grant.id(),
                    grant.role(),
                    grant.scope().products(),
                    grant.scope().environments());
        }
    }

    /**
     * @param roles wherever they hold, each once
     */
    record PersonRoles(String id, List<String> roles, List<Grant> grants) {}

    private final CallerCommands commands;
    private final Authority authority;

    GrantRoleApi(CallerCommands commands, Authority authority) {
        this.commands = commands;
        this.authority = authority;
    }

    @PostMapping("/v1/people/{person}/roles")
    ResponseEntity<PersonRoles> grant(
            @PathVariable String person, @RequestBody Body body, Caller caller) {
        caller.require(Permission.PEOPLE_WRITE);
        var violations = new Violations();
        var role = Objects.requireNonNullElse(body.role(), "");
        violations.expect(
                Roles.ALL.contains(role),
                "/role",
                body.role() + " (expected: one of " + String.join(", ", Roles.ALL) + ")");
        var scope =
                new RoleScope(
                        ScopeNames.check("/products", body.products(), violations),
                        ScopeNames.check("/environments", body.environments(), violations));
        violations.throwIfAny();
        Answer<List<RoleGrant>> answer =
                commands.send(
                        new GrantRole(
                                person,
                                "rol_" + UUID.randomUUID(),
                                role,
                                scope,
                                authority.behind(caller)),
                        caller);
        var grants = answer.result();
        return CallerCommands.answer(HttpStatus.OK, answer)
                .body(
                        new PersonRoles(
                                person,
                                grants.stream().map(RoleGrant::role).distinct().toList(),
                                grants.stream().map(Grant::of).toList()));
    }
}
