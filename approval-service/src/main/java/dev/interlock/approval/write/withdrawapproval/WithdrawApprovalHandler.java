package dev.interlock.approval.write.withdrawapproval;

import dev.interlock.approval.domain.Approvals;
import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.eventstore.Entities;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class WithdrawApprovalHandler {

    private final Entities<Approvals, ApprovalEvent> approvals;
    private final Entities<Person, PersonEvent> people;

    WithdrawApprovalHandler(
            Entities<Approvals, ApprovalEvent> approvals, Entities<Person, PersonEvent> people) {
        this.approvals = approvals;
        this.people = people;
    }

    /** The approval's slot. */
    @CommandHandler
    String handle(WithdrawApproval command) {
        var person = command.person();
        var approver =
                new Approver(
                        person,
                        command.actorKind(),
                        person == null ? List.of() : people.load(person).roles());
        var changed =
                approvals.update(
                        command.request().id(),
                        state ->
                                WithdrawApprovalDecision.decide(state, command, approver)
                                        .eventsOrRefuse());
        return changed.state().approval(command.approval()).orElseThrow().slot();
    }
}
