package dev.interlock.approval.write.rejectslot;

import dev.interlock.approval.domain.ApprovalType;
import dev.interlock.approval.domain.Approvals;
import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.approval.events.ApprovalTypeEvent;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.eventstore.Entities;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RejectSlotHandler {

    /**
     * @param veto does it close the request?
     * @param recorded false if the same was rejected before
     */
    record Rejected(String rejection, boolean veto, boolean recorded) {}

    private final Entities<Approvals, ApprovalEvent> approvals;
    private final Entities<Person, PersonEvent> people;
    private final Entities<ApprovalType, ApprovalTypeEvent> types;

    RejectSlotHandler(
            Entities<Approvals, ApprovalEvent> approvals,
            Entities<Person, PersonEvent> people,
            Entities<ApprovalType, ApprovalTypeEvent> types) {
        this.approvals = approvals;
        this.people = people;
        this.types = types;
    }

    @CommandHandler
    Rejected handle(RejectSlot command) {
        var request = command.request();
        var person = command.person();
        var approver =
                new Approver(
                        person,
                        command.actorKind(),
                        person == null ? List.of() : people.load(person).roles());
        var eligible =
                request.slot(command.slot())
                        .map(slot -> types.load(slot.type()).eligibleRoles(slot.roles()))
                        .orElse(List.of());
        var changed =
                approvals.update(
                        request.id(),
                        state ->
                                RejectSlotDecision.decide(state, command, approver, eligible)
                                        .eventsOrRefuse());
        var rejection =
                approver.human()
                        .flatMap(p -> changed.state().rejectionOf(p, command.slot(), request))
                        .orElseThrow();
        return new Rejected(rejection.id(), rejection.veto(), changed.events() > 0);
    }
}
