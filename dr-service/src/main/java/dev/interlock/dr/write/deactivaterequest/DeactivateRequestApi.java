package dev.interlock.dr.write.deactivaterequest;

import dev.interlock.dr.http.Dispatch;
import dev.interlock.dr.http.RequestCommands;
import dev.interlock.dr.http.RequestView;
import dev.interlock.edge.Caller;
import dev.interlock.edge.EntityTags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DeactivateRequestApi {

    private final RequestCommands requests;

    DeactivateRequestApi(RequestCommands requests) {
        this.requests = requests;
    }

    @PostMapping("/v1/deployment-requests/{id}/deactivate")
    ResponseEntity<RequestView> deactivate(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        var admitted = requests.admit(id, caller);
        return requests.send(
                id,
                new DeactivateRequest(
                        id,
                        Dispatch.actor(admitted),
                        EntityTags.expected(ifMatch),
                        requests.timeToAnswer(id, caller)),
                caller);
    }
}
