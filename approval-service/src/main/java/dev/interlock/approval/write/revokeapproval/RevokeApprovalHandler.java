package dev.interlock.approval.write.revokeapproval;

import dev.interlock.approval.domain.Approvals;
import dev.interlock.approval.eligibility.Eligibility;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.eventstore.Entities;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RevokeApprovalHandler {

    private final Entities<Approvals, ApprovalEvent> approvals;
    private final Eligibility eligibility;
    private final Clock clock;

    RevokeApprovalHandler(
            Entities<Approvals, ApprovalEvent> approvals, Eligibility eligibility, Clock clock) {
        this.approvals = approvals;
        this.eligibility = eligibility;
        this.clock = clock;
    }

    /** The approval's slot. */
    @CommandHandler
    String handle(RevokeApproval command) {
        var approver = eligibility.approver(command.person(), command.actorKind());
        var changed =
                approvals.update(
                        command.request().id(),
                        state ->
                                RevokeApprovalDecision.decide(
                                                state, command, approver, clock.instant())
                                        .eventsOrRefuse());
        return changed.state().approval(command.approval()).orElseThrow().slot();
    }
}
