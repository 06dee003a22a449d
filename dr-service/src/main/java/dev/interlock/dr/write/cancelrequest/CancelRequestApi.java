package dev.interlock.dr.write.cancelrequest;

import dev.interlock.dr.http.Dispatch;
import dev.interlock.dr.http.Fields;
import dev.interlock.dr.http.RequestCommands;
import dev.interlock.dr.http.RequestView;
import dev.interlock.edge.Caller;
import dev.interlock.edge.EntityTags;
import dev.interlock.edge.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CancelRequestApi {

    record Body(@Nullable String reason) {}

    private final RequestCommands requests;

    CancelRequestApi(RequestCommands requests) {
        this.requests = requests;
    }

    @PostMapping("/v1/deployment-requests/{id}/cancel")
    ResponseEntity<RequestView> cancel(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Body body,
            Caller caller) {
        var admitted = requests.admit(id, caller);
        var violations = new Violations();
        var reason = new Fields(violations).text("/reason", body == null ? null : body.reason());
        violations.throwIfAny();
        return requests.send(
                id,
                new CancelRequest(
                        id,
                        Dispatch.actor(admitted),
                        EntityTags.expected(ifMatch),
                        reason,
                        requests.timeToAnswer(id, caller)),
                caller);
    }
}
