package dev.interlock.approval.write.approveversion;

import dev.interlock.approval.domain.VersionSignOffs;
import dev.interlock.approval.domain.VersionSignOffs.Approval;
import dev.interlock.approval.eligibility.Eligibility;
import dev.interlock.approval.events.VersionSignOffEvent;
import dev.interlock.eventstore.Entities;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ApproveVersionHandler {

    /**
     * @param recorded false if the same was said before
     */
    record SignedOff(Approval approval, boolean recorded) {}

    private final Entities<VersionSignOffs, VersionSignOffEvent> signOffs;
    private final Eligibility eligibility;
    private final Clock clock;

    ApproveVersionHandler(
            Entities<VersionSignOffs, VersionSignOffEvent> signOffs,
            Eligibility eligibility,
            Clock clock) {
        this.signOffs = signOffs;
        this.eligibility = eligibility;
        this.clock = clock;
    }

    @CommandHandler
    SignedOff handle(ApproveVersion command) {
        var approver =
                eligibility.approver(
                        command.person(),
                        command.actorKind(),
                        command.version().name(),
                        command.version().environmentName());
        var type = eligibility.type(command.terms().type());
        var now = clock.instant();
        var changed =
                signOffs.update(
                        command.version().name().id(),
                        state ->
                                ApproveVersionDecision.decide(state, command, approver, type, now)
                                        .eventsOrRefuse());
        var standing =
                changed.state()
                        .saidAgain(command.principal(), ApproveVersionDecision.terms(command), now)
                        .orElseThrow();
        return new SignedOff(standing, changed.events() > 0);
    }
}
