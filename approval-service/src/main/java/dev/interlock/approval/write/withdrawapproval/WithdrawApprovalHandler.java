package dev.interlock.approval.write.withdrawapproval;

import dev.interlock.approval.domain.Approvals;
import dev.interlock.approval.eligibility.Eligibility;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class WithdrawApprovalHandler {

    private final Entities<Approvals, ApprovalEvent> approvals;
    private final Eligibility eligibility;

    WithdrawApprovalHandler(Entities<Approvals, ApprovalEvent> approvals, Eligibility eligibility) {
        this.approvals = approvals;
        this.eligibility = eligibility;
    }

    /** The approval's slot. */
    @CommandHandler
    String handle(WithdrawApproval command) {
        var approver = eligibility.approver(command.person(), command.actorKind());
        var changed =
                approvals.update(
                        command.request().id(),
                        state ->
                                WithdrawApprovalDecision.decide(state, command, approver)
                                        .eventsOrRefuse());
        return changed.state().approval(command.approval()).orElseThrow().slot();
    }
}
