package dev.interlock.approval.write.revokeversionrejection;

import dev.interlock.approval.domain.VersionSignOffs;
import dev.interlock.approval.eligibility.Eligibility;
import dev.interlock.approval.events.VersionSignOffEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RevokeVersionRejectionHandler {

    private final Entities<VersionSignOffs, VersionSignOffEvent> signOffs;
    private final Eligibility eligibility;

    RevokeVersionRejectionHandler(
            Entities<VersionSignOffs, VersionSignOffEvent> signOffs, Eligibility eligibility) {
        this.signOffs = signOffs;
        this.eligibility = eligibility;
    }

    @CommandHandler
    void handle(RevokeVersionRejection command) {
        var approver =
                eligibility.approver(
                        command.person(), command.actorKind(), command.version().name(), null);
        signOffs.update(
                command.version().name().id(),
                state ->
                        RevokeVersionRejectionDecision.decide(state, command, approver)
                                .eventsOrRefuse());
    }
}
