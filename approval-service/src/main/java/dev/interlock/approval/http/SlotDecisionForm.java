package dev.interlock.approval.http;

import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.CommandRefused;
import dev.interlock.approval.domain.Refusal.AgentMayNotApprove;
import dev.interlock.approval.domain.RequestSnapshot;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Violations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of approving a slot and of rejecting it.
 *
 * @param revision the one that whoever decides has seen
 * @param actingFor id of the person who is stood for, under a delegation; null if nobody else
 */
public record SlotDecisionForm(
        @Nullable String slot,
        @Nullable Integer revision,
        @Nullable String comment,
        @Nullable String actingFor) {

    private static final int LONGEST_SLOT = 100;
    private static final int LONGEST_PERSON = 100;
    private static final int LONGEST_COMMENT = 4_000;

    public record Checked(
            String slot, int revision, @Nullable String comment, @Nullable String actingFor) {}

    /**
     * Before anything else about a decision is looked at: machines and agents decide nothing.
     *
     * @throws CommandRefused for whoever is no person acting personally
     * @throws dev.interlock.edge.Problem 403 without the permission
     */
    public static void admit(Caller caller) {
        if (caller.person() == null || !caller.actorKind().equals(Approver.HUMAN)) {
            throw new CommandRefused(new AgentMayNotApprove(caller.actorKind()));
        }
        caller.requireSomewhere(Permission.APPROVE);
    }

    /**
     * Once it is known what the decision is about.
     *
     * @throws dev.interlock.edge.Problem 403 for a token or roles that are limited to something
     *     else
     */
    public static void admit(Caller caller, RequestSnapshot request, String slot) {
        var places = request.slot(slot).map(request::placesOf).orElse(List.of());
        if (places.isEmpty()) {
            caller.require(Permission.APPROVE);
        }
        places.forEach(p -> caller.require(Permission.APPROVE, p.product(), p.environment()));
    }

    /**
     * @param mustSayWhy whether the comment is required
     * @throws dev.interlock.edge.Problem 422 naming every field that is wrong
     */
    public Checked check(boolean mustSayWhy) {
        var violations = new Violations();
        var named = violations.line("/slot", slot, LONGEST_SLOT);
        int seen = revision == null ? 0 : revision;
        violations.expect(
                seen >= 1, "/revision", "is required: the revision you have seen, from 1 on");
        var said = violations.optionalText("/comment", comment, LONGEST_COMMENT);
        violations.expect(
                said != null || !mustSayWhy, "/comment", "is required: why it is rejected");
        var delegator = violations.optionalLine("/acting_for", actingFor, LONGEST_PERSON);
        violations.throwIfAny();
        return new Checked(named, seen, said, delegator);
    }
}
