package dev.interlock.approval.domain;

import dev.interlock.approval.domain.Refusal.AgentMayNotApprove;
import dev.interlock.approval.domain.Refusal.NoSuchSlot;
import dev.interlock.approval.domain.Refusal.RequestNotOpen;
import dev.interlock.approval.domain.Refusal.RevisionAhead;
import dev.interlock.approval.domain.Refusal.StaleRevision;
import java.util.Optional;

/** Grounds on which approving and rejecting are refused alike. */
public final class Grounds {

    private Grounds() {}

    /**
     * @param revision the revision that whoever decides has seen
     * @return empty if the slot may be decided on by somebody eligible
     */
    public static Optional<Refusal> against(
            Approvals approvals,
            RequestSnapshot request,
            String slot,
            int revision,
            Approver approver) {
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
        if (revision < request.revision()) {
            return Optional.of(new StaleRevision(request.id(), revision, request.revision()));
        }
        if (revision > request.revision()) {
            return Optional.of(new RevisionAhead(request.id(), revision, request.revision()));
        }
        return request.slot(slot).isPresent()
                ? Optional.empty()
                : Optional.of(new NoSuchSlot(request.id(), slot, request.slotIds()));
    }
}
