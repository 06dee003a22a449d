package dev.interlock.rules.domain.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place for approvals in a deployment request.
 *
 * @param roles who may fill it; empty = the roles of the type
 * @param min how many distinct persons must approve
 * @param environment only needed for this target; null = for all
 */
public record Slot(
        String id,
        String type,
        List<String> roles,
        int min,
        @Nullable String environment,
        boolean optional) {

    public Slot {
        roles = List.copyOf(roles);
    }

    public boolean isRequiredFor(Environment target) {
        return !optional && (environment == null || target.isCalled(environment));
    }
}
