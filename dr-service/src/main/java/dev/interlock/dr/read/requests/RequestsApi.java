package dev.interlock.dr.read.requests;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.dr.http.RequestView;
import dev.interlock.dr.read.requests.RequestRows.RequestRow;
import dev.interlock.edge.Caller;
import dev.interlock.edge.EntityTags;
import dev.interlock.edge.Page;
import dev.interlock.edge.Problem;
import dev.interlock.eventstore.Entities;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RequestsApi {

    private static final Set<String> STATES =
            Set.of("draft", "in_progress", "completed", "cancelled", "rejected", "expired");

    private final RequestRows rows;
    private final Entities<DeploymentRequest, RequestEvent> requests;

    RequestsApi(RequestRows rows, Entities<DeploymentRequest, RequestEvent> requests) {
        this.rows = rows;
        this.requests = requests;
    }

    @GetMapping("/v1/deployment-requests")
    ResponseEntity<Page<RequestRow>> all(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.READ);
        if (state != null && !STATES.contains(state)) {
            throw Problem.invalid("?state", "is no state of a deployment request");
        }
        var window = Page.Window.of(limit, cursor);
        return Page.answer(rows.find(state, window), window, RequestRow::position);
    }

    @GetMapping("/v1/deployment-requests/{id}")
    ResponseEntity<RequestView> one(@PathVariable String id, Caller caller) {
        caller.require(Permission.READ);
        var view = RequestView.of(id, requests.load(id));
        return ResponseEntity.ok().eTag(EntityTags.of(view.revision())).body(view);
    }
}
