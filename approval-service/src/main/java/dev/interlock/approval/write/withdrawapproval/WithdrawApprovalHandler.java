package dev.interlock.approval.write.withdrawapproval;

import dev.interlock.approval.domain.Approvals;
import dev.interlock.approval.eligibility.Eligibility;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.eventstore.Entities;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class WithdrawApprovalHandler {

    private final Entities<Approvals, ApprovalEvent> approvals;
    private final Eligibility eligibility;
    private final Clock clock;

    WithdrawApprovalHandler(
            Entities<Approvals, ApprovalEvent> approvals, Eligibility eligibility, Clock clock) {
        this.approvals = approvals;
        this.eligibility = eligibility;
        this.clock = clock;
    }

    /** The approval's slot. */
    @CommandHandler
    String handle(WithdrawApproval command) {
        var approver = eligibility.approver(command.person(), command.actorKind());
        var changed =
                approvals.update(
                        command.request().id(),
                        state ->
                                WithdrawApprovalDecision.decide(
                                                state, command, approver, clock.instant())
                                        .eventsOrRefuse());
        return changed.state().approval(command.approval()).orElseThrow().slot();
    }
}
