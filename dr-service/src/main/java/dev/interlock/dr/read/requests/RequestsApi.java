package dev.interlock.dr.read.requests;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.Environment;
import dev.interlock.dr.domain.EnvironmentDirectory;
import dev.interlock.dr.domain.Names;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.dr.http.RequestView;
import dev.interlock.dr.read.requests.RequestRows.RequestRow;
import dev.interlock.edge.Caller;
import dev.interlock.edge.EntityTags;
import dev.interlock.edge.Page;
import dev.interlock.edge.Violations;
import dev.interlock.eventstore.Entities;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
class RequestsApi {

    private static final String ME = "me";

    private final RequestRows rows;
    private final WaitingRequests waiting;
    private final EnvironmentDirectory environments;
    private final Entities<DeploymentRequest, RequestEvent> requests;

    RequestsApi(
            RequestRows rows,
            WaitingRequests waiting,
            EnvironmentDirectory environments,
            Entities<DeploymentRequest, RequestEvent> requests) {
        this.rows = rows;
        this.waiting = waiting;
        this.environments = environments;
        this.requests = requests;
    }

    @GetMapping("/v1/deployment-requests")
    ResponseEntity<Page<RequestRow>> all(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String environment,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String author,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(name = "label", required = false) @Nullable String anyLabel,
            @RequestParam(name = "waiting_for", required = false) @Nullable String waitingFor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            WebRequest request,
            Caller caller) {
        caller.require(Permission.READ);
        var filter =
                RequestFilter.of(
                        state,
                        registered(environment),
                        product,
                        author,
                        q,
                        anyLabel == null ? List.of() : labels(request),
                        waitingFor(waitingFor, caller),
                        caller);
        var window = Page.Window.of(limit, cursor);
        return Page.answer(rows.find(filter, window), window, RequestRow::position);
    }

    /** What nobody waits for, as of a machine, is an empty list; null = whoever it waits for. */
    private @Nullable List<String> waitingFor(@Nullable String whom, Caller caller) {
        new Violations()
                .expect(whom == null || whom.equals(ME), "?waiting_for", whom + " (expected: me)")
                .throwIfAny();
        if (whom == null) {
            return null;
        }
        var person = caller.person();
        return person == null || !caller.maySomewhere(Permission.APPROVE)
                ? List.of()
                : waiting.of(person);
    }

    /** Read from the request itself: as an argument, a list would be split at commas. */
    private static List<String> labels(WebRequest request) {
        var given = request.getParameterValues("label");
        return given == null ? List.of() : List.of(given);
    }

    /** An alias means the environment it is an alias of. */
    private @Nullable String registered(@Nullable String environment) {
        return environment == null
                ? null
                : environments
                        .find(Names.environment(environment))
                        .map(Environment.Registered::name)
                        .orElse(environment);
    }

    @GetMapping("/v1/deployment-requests/{id}")
    ResponseEntity<RequestView> one(@PathVariable String id, Caller caller) {
        caller.require(Permission.READ);
        var view = RequestView.of(id, requests.load(id));
        return ResponseEntity.ok().eTag(EntityTags.of(view.revision())).body(view);
    }
}
