package dev.interlock.approval.write.definetrustpolicy;

import dev.interlock.approval.http.CallerCommands;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.eventstore.Answer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class DefineTrustPolicyApi {

    record TrustPolicy(
            String id,
            String issuer,
            String audience,
            Map<String, String> claims,
            List<String> actions,
            List<String> products,
            List<String> environments) {}

    private final CallerCommands commands;

    DefineTrustPolicyApi(CallerCommands commands) {
        this.commands = commands;
    }

    @PostMapping("/v1/trust-policies")
    ResponseEntity<TrustPolicy> define(@RequestBody TrustPolicyOrder body, Caller caller) {
        caller.require(Permission.PEOPLE_WRITE);
        var order = body.validate();
        var id = "trp_" + UUID.randomUUID();
        Answer<String> answer = commands.send(new DefineTrustPolicy(id, order), caller);
        return CallerCommands.answer(HttpStatus.CREATED, answer)
                .location(URI.create("/v1/trust-policies/" + id))
                .body(
                        new TrustPolicy(
                                id,
                                order.issuer(),
                                order.audience(),
                                order.claims(),
                                order.actions(),
                                order.products(),
                                order.environments()));
    }
}
