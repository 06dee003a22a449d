package dev.interlock.approval.write.rejectslot;

import dev.interlock.approval.domain.Approvals;
import dev.interlock.approval.eligibility.Eligibility;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.eventstore.Entities;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RejectSlotHandler {

    /**
     * @param veto does it close the request?
     * @param recorded false if the same was rejected before
     */
    record Rejected(String rejection, boolean veto, boolean recorded) {}

    private final Entities<Approvals, ApprovalEvent> approvals;
    private final Eligibility eligibility;
    private final Clock clock;

    RejectSlotHandler(
            Entities<Approvals, ApprovalEvent> approvals, Eligibility eligibility, Clock clock) {
        this.approvals = approvals;
        this.eligibility = eligibility;
        this.clock = clock;
    }

    @CommandHandler
    Rejected handle(RejectSlot command) {
        var request = command.request();
        var approver =
                eligibility.approver(
                        command.person(),
                        command.actorKind(),
                        command.actingFor(),
                        request,
                        command.slot());
        var now = clock.instant();
        var eligible = eligibility.rolesFor(request, command.slot());
        var changed =
                approvals.update(
                        request.id(),
                        state ->
                                RejectSlotDecision.decide(state, command, approver, eligible, now)
                                        .eventsOrRefuse());
        var rejection =
                approver.human()
                        .flatMap(p -> changed.state().rejectionOf(p, command.slot(), request))
                        .orElseThrow();
        return new Rejected(rejection.id(), rejection.veto(), changed.events() > 0);
    }
}
