package dev.interlock.approval.write.enddelegation;

import dev.interlock.approval.domain.Delegation;
import dev.interlock.approval.http.CallerCommands;
import dev.interlock.approval.http.SlotDecisionForm;
import dev.interlock.edge.Caller;
import dev.interlock.eventstore.Answer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class EndDelegationApi {

    private final CallerCommands commands;

    EndDelegationApi(CallerCommands commands) {
        this.commands = commands;
    }

    @PostMapping("/v1/delegations/{delegation}/end")
    ResponseEntity<Delegation> end(@PathVariable String delegation, Caller caller) {
        SlotDecisionForm.admit(caller);
        Answer<Delegation> answer =
                commands.send(
                        new EndDelegation(delegation, caller.person(), caller.actorKind()), caller);
        return CallerCommands.answer(HttpStatus.OK, answer).body(answer.result());
    }
}
