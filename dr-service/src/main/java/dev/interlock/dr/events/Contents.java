package dev.interlock.dr.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What approvals bind to: exactly the fields that go into the content hash. Whatever is at its
 * default is null, so that contents written before a field existed equal those written after.
 *
 * @param steps null = none
 */
public record Contents(
        List<Item> items, List<String> environments, List<Slot> slots, @Nullable List<Step> steps) {

    public Contents {
        steps = steps == null || steps.isEmpty() ? null : List.copyOf(steps);
    }

    /** Without steps. */
    public Contents(List<Item> items, List<String> environments, List<Slot> slots) {
        this(items, environments, slots, null);
    }

    public Optional<Step> step(String id) {
        return allSteps().stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /** What is to be done before and after; empty = nothing. */
    public List<Step> allSteps() {
        return steps == null ? List.of() : steps;
    }

    /**
     * @param environments the targets this item goes to; empty = all of the deployment request's
     * @param orderGroup starts at 1
     */
    public record Item(String product, String version, List<String> environments, int orderGroup) {

        /**
         * @param all the deployment request's targets
         */
        public List<String> targetsAmong(List<String> all) {
            return environments.isEmpty() ? all : environments;
        }
    }

    /**
     * @param roles who may fill it; empty = the roles of the type
     * @param min how many distinct persons must approve; at least 1
     * @param environment only needed for this target; null = for all
     * @param terms null = the usual ones
     */
    public record Slot(
            String id,
            String type,
            List<String> roles,
            int min,
            @Nullable String environment,
            boolean optional,
            boolean veto,
            @Nullable Terms terms) {

        public Slot {
            terms = Terms.USUAL.equals(terms) ? null : terms;
        }

        /** On the usual terms. */
        public Slot(
                String id,
                String type,
                List<String> roles,
                int min,
                @Nullable String environment,
                boolean optional,
                boolean veto) {
            this(id, type, roles, min, environment, optional, veto, null);
        }

        public Terms termsOrUsual() {
            return terms == null ? Terms.USUAL : terms;
        }
    }

    /**
     * What else binds the approvers of a slot.
     *
     * @param stage at least 1; asked only when the required slots of all lower stages are filled
     * @param requiredMembers ids of groups of which a member must be among the approvers
     * @param stillEligible an approver must be eligible at the gate too
     * @param approvalValidFor how long an approval counts from when it was given; null = for ever
     * @param locked comes from a template that forbids changing it
     */
    public record Terms(
            int stage,
            List<String> requiredMembers,
            boolean stillEligible,
            @Nullable Duration approvalValidFor,
            boolean locked) {

        public static final Terms USUAL = new Terms(1, List.of(), false, null, false);
    }

    /**
     * @param phase {@code pre} or {@code post}
     * @param kind {@code manual} or {@code evidence}
     * @param item the product it is about; null = all
     * @param environment the target it is about; null = all
     * @param assigneeRole who is to do it; null = whoever may edit the deployment request
     * @param deadline when it is overdue; null = never
     */
    public record Step(
            String id,
            String phase,
            String title,
            String kind,
            boolean required,
            @Nullable String item,
            @Nullable String environment,
            @Nullable String assigneeRole,
            @Nullable Instant deadline) {}
}
