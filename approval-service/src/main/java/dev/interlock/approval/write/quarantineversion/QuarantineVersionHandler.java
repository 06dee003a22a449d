package dev.interlock.approval.write.quarantineversion;

import dev.interlock.approval.domain.VersionSignOffs;
import dev.interlock.approval.eligibility.Eligibility;
import dev.interlock.approval.events.VersionSignOffEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class QuarantineVersionHandler {

    /**
     * @param recorded false if the same was said before
     */
    record Quarantined(String quarantine, boolean recorded) {}

    private final Entities<VersionSignOffs, VersionSignOffEvent> signOffs;
    private final Eligibility eligibility;

    QuarantineVersionHandler(
            Entities<VersionSignOffs, VersionSignOffEvent> signOffs, Eligibility eligibility) {
        this.signOffs = signOffs;
        this.eligibility = eligibility;
    }

    @CommandHandler
    Quarantined handle(QuarantineVersion command) {
        var approver =
                eligibility.approver(
                        command.person(), command.actorKind(), command.version(), null);
        var changed =
                signOffs.update(
                        command.version().id(),
                        state ->
                                QuarantineVersionDecision.decide(state, command, approver)
                                        .eventsOrRefuse());
        var standing = QuarantineVersionDecision.same(changed.state(), command).orElseThrow();
        return new Quarantined(standing.given().quarantine(), changed.events() > 0);
    }
}
