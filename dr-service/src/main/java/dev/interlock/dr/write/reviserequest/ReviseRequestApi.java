package dev.interlock.dr.write.reviserequest;

import dev.interlock.dr.http.Dispatch;
import dev.interlock.dr.http.RequestCommands;
import dev.interlock.dr.http.RequestView;
import dev.interlock.edge.Caller;
import dev.interlock.edge.EntityTags;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReviseRequestApi {

    private final RequestCommands requests;
    private final Clock clock;

    ReviseRequestApi(RequestCommands requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @PostMapping("/v1/deployment-requests/{id}/revise")
    ResponseEntity<RequestView> revise(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        var admitted = requests.admit(id, caller);
        return requests.send(
                id,
                new ReviseRequest(
                        id,
                        Dispatch.actor(admitted),
                        EntityTags.expected(ifMatch),
                        clock.instant()),
                caller);
    }
}
