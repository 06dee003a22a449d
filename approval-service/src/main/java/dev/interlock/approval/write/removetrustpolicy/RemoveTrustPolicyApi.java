package dev.interlock.approval.write.removetrustpolicy;

import dev.interlock.approval.http.CallerCommands;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.eventstore.Answer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class RemoveTrustPolicyApi {

    private final CallerCommands commands;

    RemoveTrustPolicyApi(CallerCommands commands) {
        this.commands = commands;
    }

    @DeleteMapping("/v1/trust-policies/{policy}")
    ResponseEntity<Void> remove(@PathVariable String policy, Caller caller) {
        caller.require(Permission.PEOPLE_WRITE);
        Answer<String> answer = commands.send(new RemoveTrustPolicy(policy), caller);
        return CallerCommands.answer(HttpStatus.NO_CONTENT, answer).build();
    }
}
