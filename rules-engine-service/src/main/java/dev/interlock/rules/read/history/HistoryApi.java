package dev.interlock.rules.read.history;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Page;
import dev.interlock.edge.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class HistoryApi {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final RequestHistory history;

    HistoryApi(RequestHistory history) {
        this.history = history;
    }

    /** Oldest first; at least as new as what the caller says to have seen. */
    @GetMapping("/v1/deployment-requests/{id}/history")
    ResponseEntity<Page<Happening>> of(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.READ);
        int size = Page.limit(limit, USUAL, MOST);
        var after = cursor == null ? null : Happening.key(cursor);
        history.await(caller.atLeast());
        List<Happening> found = history.of(id, after, size + 1);
        if (found.isEmpty() && after == null) {
            throw Problem.notFound("deployment request " + id);
        }
        return Page.answer(found, size, Happening::cursor);
    }
}
