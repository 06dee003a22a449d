package dev.interlock.rules.read.freezes;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Page;
import dev.interlock.edge.Problem;
import dev.interlock.rules.http.FreezeView;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class FreezesApi {

    private final FreezeList freezes;
    private final Clock clock;

    FreezesApi(FreezeList freezes, Clock clock) {
        this.freezes = freezes;
        this.clock = clock;
    }

    /** Newest first. */
    @GetMapping("/v1/freezes")
    ResponseEntity<Page<FreezeView>> all(
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.READ);
        var window = Page.Window.of(limit, cursor);
        var now = clock.instant();
        var rows = freezes.all(window, active, now);
        var views = rows.stream().map(row -> FreezeView.of(row.freeze(), now)).toList();
        return Page.answer(views, window, _ -> rows.get(window.limit() - 1).position());
    }

    @GetMapping("/v1/freezes/{id}")
    FreezeView one(@PathVariable String id, Caller caller) {
        caller.require(Permission.READ);
        return freezes.one(id)
                .map(row -> FreezeView.of(row.freeze(), clock.instant()))
                .orElseThrow(() -> Problem.notFound("freeze " + id));
    }
}
