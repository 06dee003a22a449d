package dev.interlock.approval.write.endquarantine;

import dev.interlock.approval.domain.VersionSignOffs;
import dev.interlock.approval.eligibility.Eligibility;
import dev.interlock.approval.events.VersionSignOffEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class EndQuarantineHandler {

    private final Entities<VersionSignOffs, VersionSignOffEvent> signOffs;
    private final Eligibility eligibility;

    EndQuarantineHandler(
            Entities<VersionSignOffs, VersionSignOffEvent> signOffs, Eligibility eligibility) {
        this.signOffs = signOffs;
        this.eligibility = eligibility;
    }

    @CommandHandler
    void handle(EndQuarantine command) {
        var approver =
                eligibility.approver(
                        command.person(), command.actorKind(), command.version().name(), null);
        signOffs.update(
                command.version().name().id(),
                state -> EndQuarantineDecision.decide(state, command, approver).eventsOrRefuse());
    }
}
