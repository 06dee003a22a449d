package dev.interlock.approval.write.rejectversion;

import dev.interlock.approval.domain.VersionSignOffs;
import dev.interlock.approval.eligibility.Eligibility;
import dev.interlock.approval.events.VersionSignOffEvent;
import dev.interlock.eventstore.Entities;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RejectVersionHandler {

    /**
     * @param recorded false if the same was said before
     */
    record Rejected(String rejection, boolean recorded) {}

    private final Entities<VersionSignOffs, VersionSignOffEvent> signOffs;
    private final Eligibility eligibility;
    private final Clock clock;

    RejectVersionHandler(
            Entities<VersionSignOffs, VersionSignOffEvent> signOffs,
            Eligibility eligibility,
            Clock clock) {
        this.signOffs = signOffs;
        this.eligibility = eligibility;
        this.clock = clock;
    }

    @CommandHandler
    Rejected handle(RejectVersion command) {
        var approver =
                eligibility.approver(
                        command.person(), command.actorKind(), command.version(), null);
        var type = eligibility.type(command.type());
        var now = clock.instant();
        var changed =
                signOffs.update(
                        command.version().id(),
                        state ->
                                RejectVersionDecision.decide(state, command, approver, type, now)
                                        .eventsOrRefuse());
        var standing = RejectVersionDecision.same(changed.state(), command).orElseThrow();
        return new Rejected(standing.given().rejection(), changed.events() > 0);
    }
}
