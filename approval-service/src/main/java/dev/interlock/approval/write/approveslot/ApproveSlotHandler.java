package dev.interlock.approval.write.approveslot;

import dev.interlock.approval.domain.Approvals;
import dev.interlock.approval.domain.Tally;
import dev.interlock.approval.domain.Tally.Standing;
import dev.interlock.approval.eligibility.Eligibility;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.eventstore.Entities;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ApproveSlotHandler {

    /**
     * @param complete is every required slot full now?
     * @param recorded false if the same was approved before
     */
    record Approved(String approval, boolean surplus, boolean complete, boolean recorded) {}

    private final Entities<Approvals, ApprovalEvent> approvals;
    private final Eligibility eligibility;
    private final Clock clock;

    ApproveSlotHandler(
            Entities<Approvals, ApprovalEvent> approvals, Eligibility eligibility, Clock clock) {
        this.approvals = approvals;
        this.eligibility = eligibility;
        this.clock = clock;
    }

    @CommandHandler
    Approved handle(ApproveSlot command) {
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
                                ApproveSlotDecision.decide(state, command, approver, eligible, now)
                                        .eventsOrRefuse());
        var given =
                approver.human()
                        .flatMap(person -> changed.state().standingOf(person, request, now))
                        .orElseThrow();
        var tally = Tally.of(changed.state(), request, now);
        return new Approved(
                given.id(),
                tally.standingOf(given) == Standing.SURPLUS,
                tally.complete(),
                changed.events() > 0);
    }
}
