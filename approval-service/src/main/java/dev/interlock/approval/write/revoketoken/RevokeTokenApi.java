package dev.interlock.approval.write.revoketoken;

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
final class RevokeTokenApi {

    private final CallerCommands commands;

    RevokeTokenApi(CallerCommands commands) {
        this.commands = commands;
    }

    /** One's own, also by the token itself; others need the permission. */
    @DeleteMapping("/v1/tokens/{token}")
    ResponseEntity<Void> revoke(@PathVariable String token, Caller caller) {
        boolean any =
                caller.may(Permission.PEOPLE_WRITE) || token.equals(caller.identity().tokenId());
        Answer<String> answer = commands.send(new RevokeToken(token, caller.person(), any), caller);
        return CallerCommands.answer(HttpStatus.NO_CONTENT, answer).build();
    }
}
