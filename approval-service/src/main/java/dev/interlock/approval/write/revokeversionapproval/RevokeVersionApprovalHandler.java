package dev.interlock.approval.write.revokeversionapproval;

import dev.interlock.approval.domain.VersionSignOffs;
import dev.interlock.approval.eligibility.Eligibility;
import dev.interlock.approval.events.VersionSignOffEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RevokeVersionApprovalHandler {

    private final Entities<VersionSignOffs, VersionSignOffEvent> signOffs;
    private final Eligibility eligibility;

    RevokeVersionApprovalHandler(
            Entities<VersionSignOffs, VersionSignOffEvent> signOffs, Eligibility eligibility) {
        this.signOffs = signOffs;
        this.eligibility = eligibility;
    }

    @CommandHandler
    void handle(RevokeVersionApproval command) {
        var approver =
                eligibility.approver(
                        command.person(), command.actorKind(), command.version().name(), null);
        signOffs.update(
                command.version().name().id(),
                state ->
                        RevokeVersionApprovalDecision.decide(state, command, approver)
                                .eventsOrRefuse());
    }
}
