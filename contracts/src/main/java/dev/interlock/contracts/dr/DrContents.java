package dev.interlock.contracts.dr;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What approvals bind to: exactly the fields that go into the content hash.
 *
 * @param steps what is to be done before or after; null = nothing
 */
public record DrContents(
        List<Item> items, List<String> environments, List<Slot> slots, @Nullable List<Step> steps) {

    public DrContents {
        steps = steps == null || steps.isEmpty() ? null : steps;
    }

    /** Without steps. */
    public DrContents(List<Item> items, List<String> environments, List<Slot> slots) {
        this(items, environments, slots, null);
    }

    /**
     * @param environments the targets this item goes to; empty = all of the deployment request's
     * @param orderGroup group n+1 waits until all of group n runs in the environment; starts at 1
     */
    public record Item(String product, String version, List<String> environments, int orderGroup) {}

    /**
     * @param id unique within the deployment request
     * @param type an approval type's id, for example {@code qa}
     * @param roles who may fill it; empty = the roles of the type
     * @param min how many distinct persons must approve; at least 1
     * @param environment only needed for this target; null = for all
     * @param optional true = asked, but not required
     * @param veto true = a rejection here rejects the deployment request
     * @param stage asked only when the required slots of all lower stages are filled; null = 1
     * @param requiredMembers ids of groups of which a member must be among the approvers; null =
     *     none
     * @param stillEligible true = an approver must be eligible at the gate too; null = false
     * @param approvalValidFor how long an approval counts from when it was given; null = for ever
     * @param locked true = comes from a template that forbids changing it; null = false
     */
    public record Slot(
            String id,
            String type,
            List<String> roles,
            int min,
            @Nullable String environment,
            boolean optional,
            boolean veto,
            @Nullable Integer stage,
            @Nullable List<String> requiredMembers,
            @Nullable Boolean stillEligible,
            @Nullable Duration approvalValidFor,
            @Nullable Boolean locked) {

        /** With no more than every slot says. */
        public Slot(
                String id,
                String type,
                List<String> roles,
                int min,
                @Nullable String environment,
                boolean optional,
                boolean veto) {
            this(id, type, roles, min, environment, optional, veto, null, null, null, null, null);
        }
    }

    /**
     * @param id unique within the deployment request
     * @param phase {@code pre}: before a deployment may start; {@code post}: after all is deployed
     * @param kind {@code manual} or {@code evidence}, which needs a link
     * @param required false = nothing waits for it
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
