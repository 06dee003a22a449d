package dev.interlock.approval.write.approveslot;

import dev.interlock.approval.domain.ApprovalType;
import dev.interlock.approval.domain.Approvals;
import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Tally;
import dev.interlock.approval.domain.Tally.Standing;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.approval.events.ApprovalTypeEvent;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.eventstore.Entities;
import java.util.List;
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
    private final Entities<Person, PersonEvent> people;
    private final Entities<ApprovalType, ApprovalTypeEvent> types;

    ApproveSlotHandler(
            Entities<Approvals, ApprovalEvent> approvals,
            Entities<Person, PersonEvent> people,
            Entities<ApprovalType, ApprovalTypeEvent> types) {
        this.approvals = approvals;
        this.people = people;
        this.types = types;
    }

    @CommandHandler
    Approved handle(ApproveSlot command) {
        var request = command.request();
        var approver = approver(command);
        var eligible =
                request.slot(command.slot())
                        .map(slot -> types.load(slot.type()).eligibleRoles(slot.roles()))
                        .orElse(List.of());
        var changed =
                approvals.update(
                        request.id(),
                        state ->
                                ApproveSlotDecision.decide(state, command, approver, eligible)
                                        .eventsOrRefuse());
        var given =
                approver.human()
                        .flatMap(person -> changed.state().standingOf(person, request))
                        .orElseThrow();
        var tally = Tally.of(changed.state(), request);
        return new Approved(
                given.id(),
                tally.standingOf(given) == Standing.SURPLUS,
                tally.complete(),
                changed.events() > 0);
    }

    private Approver approver(ApproveSlot command) {
        var person = command.person();
        return new Approver(
                person,
                command.actorKind(),
                person == null ? List.of() : people.load(person).roles());
    }
}
