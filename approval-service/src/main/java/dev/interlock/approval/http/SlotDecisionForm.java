package dev.interlock.approval.http;

import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.CommandRefused;
import dev.interlock.approval.domain.Place;
import dev.interlock.approval.domain.Refusal.AgentMayNotApprove;
import dev.interlock.approval.domain.RequestSnapshot;
import dev.interlock.contracts.identity.Grant;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.edge.Violations;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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
     * Once it is known what the decision is about. Whoever stands for somebody needs no role of
     * their own there, that is asked of whom they stand for; but their token must reach there.
     *
     * @throws dev.interlock.edge.Problem 403 for a token or roles that are limited to something
     *     else
     */
    public static void admit(Caller caller, RequestSnapshot request, Checked decision) {
        var places = request.slot(decision.slot()).map(request::placesOf).orElse(List.of());
        if (decision.actingFor() != null) {
            requireReach(caller, places);
            return;
        }
        if (places.isEmpty()) {
            caller.require(Permission.APPROVE);
        }
        places.forEach(p -> caller.require(Permission.APPROVE, p.product(), p.environment()));
    }

    private static void requireReach(Caller caller, Collection<Place> places) {
        var identity = caller.identity();
        var reach =
                new Grant(Set.of(Permission.APPROVE), identity.products(), identity.environments());
        boolean reaches =
                places.isEmpty()
                        ? reach.covers(Grant.ALL, Grant.ALL)
                        : places.stream().allMatch(p -> reach.covers(p.product(), p.environment()));
        if (!reaches) {
            throw Problem.of(
                    403, "SCOPE_INSUFFICIENT", "your token is limited to something else than this");
        }
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
