package dev.interlock.approval.domain;

import dev.interlock.approval.events.PersonEvent;
import dev.interlock.approval.events.PersonRegistered;
import dev.interlock.approval.events.RoleGranted;
import dev.interlock.approval.events.RoleRevoked;
import java.util.ArrayList;
import java.util.List;

/** Somebody who can act, as far as decisions need to know. */
public sealed interface Person {

    record Unknown() implements Person {}

    /**
     * @param roles in the order granted, each once
     */
    record Registered(String id, List<String> roles) implements Person {}

    default Person evolve(PersonEvent event) {
        return switch (event) {
            case PersonRegistered registered -> new Registered(registered.person(), List.of());
            case RoleGranted granted -> {
                var roles = new ArrayList<>(roles());
                roles.remove(granted.role());
                roles.add(granted.role());
                yield new Registered(granted.person(), List.copyOf(roles));
            }
            case RoleRevoked revoked -> {
                var roles = new ArrayList<>(roles());
                roles.remove(revoked.role());
                yield new Registered(revoked.person(), List.copyOf(roles));
            }
        };
    }

    /** Roles held now; none if unknown. */
    default List<String> roles() {
        return switch (this) {
            case Unknown _ -> List.of();
            case Registered(_, var roles) -> roles;
        };
    }
}
