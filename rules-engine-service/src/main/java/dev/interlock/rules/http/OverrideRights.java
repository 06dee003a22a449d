package dev.interlock.rules.http;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.eventstore.Entities;
import dev.interlock.rules.domain.RequestedOverride;
import dev.interlock.rules.domain.RequestedOverride.Requested;
import dev.interlock.rules.domain.RequestedOverride.Unrequested;
import dev.interlock.rules.domain.facts.GivenOverride;
import dev.interlock.rules.events.OverrideEvent;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may break the glass, and who may look at it afterwards: persons only. */
@Component
public final class OverrideRights {

    private final Entities<RequestedOverride, OverrideEvent> overrides;

    OverrideRights(Entities<RequestedOverride, OverrideEvent> overrides) {
        this.overrides = overrides;
    }

    /**
     * Before it is known what the call is about.
     *
     * @throws Problem 403 {@code OVERRIDE_FORBIDDEN}
     */
    public void requireSomewhere(Caller caller, Permission permission) {
        if (caller.person() == null || !caller.actorKind().equals("human")) {
            throw forbidden(permission, "persons may do this, not machines or agents");
        }
        if (!caller.maySomewhere(permission)) {
            throw forbidden(permission, "this needs the permission " + word(permission));
        }
    }

    /**
     * @throws Problem 403 {@code OVERRIDE_FORBIDDEN}
     */
    public void require(Caller caller, Permission permission, String product, String environment) {
        if (!caller.may(permission, product, environment)) {
            throw forbidden(
                    permission,
                    "this needs the permission %s for product %s in %s"
                            .formatted(word(permission), product, environment));
        }
    }

    /**
     * For what an override is for, which never changes. Nothing is asked for one that does not
     * exist; a command about it is refused.
     *
     * @throws Problem 403 {@code OVERRIDE_FORBIDDEN}
     */
    public void require(Caller caller, Permission permission, String override) {
        given(override)
                .ifPresent(
                        given -> require(caller, permission, given.product(), given.environment()));
    }

    public Optional<GivenOverride> given(String override) {
        return switch (overrides.load(override)) {
            case Requested requested -> Optional.of(requested.given());
            case Unrequested ignored -> Optional.empty();
        };
    }

    private static Problem forbidden(Permission permission, String why) {
        return Problem.of(403, "OVERRIDE_FORBIDDEN", why).with("permission", permission);
    }

    private static String word(Permission permission) {
        return permission.name().toLowerCase(Locale.ROOT);
    }
}
