package dev.interlock.dr.write.activaterequest;

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
class ActivateRequestApi {

    private final RequestCommands requests;

    ActivateRequestApi(RequestCommands requests) {
        this.requests = requests;
    }

    @PostMapping("/v1/deployment-requests/{id}/activate")
    ResponseEntity<RequestView> activate(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        var admitted = requests.admit(id, caller);
        return requests.send(
                id,
                new ActivateRequest(
                        id,
                        Dispatch.actor(admitted),
                        EntityTags.expected(ifMatch),
                        requests.timeToAnswer(id, caller)),
                caller);
    }
}
