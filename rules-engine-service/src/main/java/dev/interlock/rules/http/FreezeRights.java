package dev.interlock.rules.http;

import dev.interlock.contracts.identity.Grant;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.eventstore.Entities;
import dev.interlock.rules.domain.DeclaredFreeze;
import dev.interlock.rules.domain.DeclaredFreeze.Declared;
import dev.interlock.rules.domain.DeclaredFreeze.Undeclared;
import dev.interlock.rules.domain.facts.Scope;
import dev.interlock.rules.events.FreezeEvent;
import dev.interlock.rules.projection.LiveWorld;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Who may freeze or thaw: whoever holds the permission in all of the scope. Environments that are
 * meant by their type may be any, so without names it must hold in all of them.
 */
@Component
public final class FreezeRights {

    private static final List<String> ALL = List.of(Grant.ALL);

    private final Entities<DeclaredFreeze, FreezeEvent> freezes;
    private final LiveWorld live;

    FreezeRights(Entities<DeclaredFreeze, FreezeEvent> freezes, LiveWorld live) {
        this.freezes = freezes;
        this.live = live;
    }

    /**
     * In the scope of a freeze, which never changes. Nothing is asked for one that does not exist;
     * a command about it is refused.
     *
     * @throws dev.interlock.edge.Problem 403 {@code SCOPE_INSUFFICIENT}
     */
    public void require(Caller caller, Permission permission, String freeze) {
        switch (freezes.load(freeze)) {
            case Declared declared -> require(caller, permission, declared.freeze().scope());
            case Undeclared ignored -> {}
        }
    }

    /**
     * @throws dev.interlock.edge.Problem 403 {@code SCOPE_INSUFFICIENT}
     */
    public void require(Caller caller, Permission permission, Scope scope) {
        for (var product : orAll(scope.products())) {
            for (var environment : orAll(scope.environments())) {
                caller.require(permission, product, meant(environment));
            }
        }
    }

    private static List<String> orAll(List<String> names) {
        return names.isEmpty() ? ALL : names;
    }

    /** An alias means the environment that has it. */
    private String meant(String environment) {
        var known = live.world().environment(environment);
        return known == null ? environment : known.name();
    }
}
