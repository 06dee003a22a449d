package dev.interlock.rules.domain.facts;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place for approvals in a deployment request.
 *
 * @param roles who may fill it; empty = the roles of the type
 * @param min how many distinct persons must approve
 * @param environment only needed for this target; null = for all
 * @param stage asked only when the required slots of all lower stages are filled; from 1
 * @param requiredMembers groups of which a member must be among the approvers
 * @param stillEligible an approver must be eligible now too
 * @param approvalValidFor how long an approval counts from when it was given; null = for ever
 * @param countsFrom the oldest revision whose approvals count here
 */
public record Slot(
        String id,
        String type,
        List<String> roles,
        int min,
        @Nullable String environment,
        boolean optional,
        int stage,
        List<String> requiredMembers,
        boolean stillEligible,
        @Nullable Duration approvalValidFor,
        int countsFrom) {

    public Slot {
        roles = List.copyOf(roles);
        requiredMembers = List.copyOf(requiredMembers);
    }

    /** The same, but only approvals of this revision or a later one count. */
    public Slot countingFrom(int revision) {
        return new Slot(
                id,
                type,
                roles,
                min,
                environment,
                optional,
                stage,
                requiredMembers,
                stillEligible,
                approvalValidFor,
                revision);
    }

    /** Is there a target that both are for? */
    boolean meets(Slot other) {
        return environment == null
                || other.environment == null
                || environment.equals(other.environment);
    }

    public boolean isRequiredFor(Environment target) {
        return !optional && (environment == null || target.isCalled(environment));
    }
}
