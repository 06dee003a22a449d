package dev.interlock.approval.domain;

import dev.interlock.approval.domain.Refusal.AgentMayNotApprove;
import dev.interlock.approval.domain.Refusal.NoSuchSlot;
import dev.interlock.approval.domain.Refusal.NotDelegated;
import dev.interlock.approval.domain.Refusal.RequestNotOpen;
import dev.interlock.approval.domain.Refusal.RevisionAhead;
import dev.interlock.approval.domain.Refusal.StageNotOpen;
import dev.interlock.approval.domain.Refusal.StaleRevision;
import java.time.Instant;
import java.util.Optional;

/** Grounds on which approving and rejecting are refused alike. */
public final class Grounds {

    private Grounds() {}

    /**
     * @param revision the revision that whoever decides has seen
     * @param now by the server's clock
     * @return empty if the slot may be decided on by somebody eligible
     */
    public static Optional<Refusal> against(
            Approvals approvals,
            RequestSnapshot request,
            String slot,
            int revision,
            Approver approver,
            Instant now) {
        if (approver.human().isEmpty()) {
            return Optional.of(new AgentMayNotApprove(approver.actorKind()));
        }
        var veto = approvals.veto(request);
        if (veto.isPresent()) {
            return Optional.of(new RequestNotOpen(request.id(), "rejected", veto.get().id()));
        }
        if (!request.open()) {
            return Optional.of(new RequestNotOpen(request.id(), request.state(), null));
        }
        if (Tally.expired(approvals, request, now)) {
            return Optional.of(new RequestNotOpen(request.id(), RequestSnapshot.EXPIRED, null));
        }
        if (revision < request.revision()) {
            return Optional.of(new StaleRevision(request.id(), revision, request.revision()));
        }
        if (revision > request.revision()) {
            return Optional.of(new RevisionAhead(request.id(), revision, request.revision()));
        }
        return request.slot(slot)
                .map(found -> againstSlot(approvals, request, found, approver, now))
                .orElseGet(
                        () -> Optional.of(new NoSuchSlot(request.id(), slot, request.slotIds())));
    }

    private static Optional<Refusal> againstSlot(
            Approvals approvals,
            RequestSnapshot request,
            RequestSnapshot.Slot slot,
            Approver approver,
            Instant now) {
        var delegator = approver.actingFor();
        if (delegator != null
                && delegator.delegations().stream()
                        .noneMatch(d -> d.isActive(now) && d.covers(request, slot))) {
            return Optional.of(new NotDelegated(delegator.person(), slot.id()));
        }
        var earlier = Tally.of(approvals, request, now).openBefore(slot);
        return earlier.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new StageNotOpen(
                                request.id(),
                                slot.id(),
                                slot.stage(),
                                earlier.stream().map(RequestSnapshot.Slot::id).toList()));
    }
}
