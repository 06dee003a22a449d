package dev.interlock.rules.read.overrides;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Page;
import dev.interlock.edge.Problem;
import dev.interlock.rules.http.OverrideView;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class OverridesApi {

    private final OverrideList overrides;
    private final Clock clock;

    OverridesApi(OverrideList overrides, Clock clock) {
        this.overrides = overrides;
        this.clock = clock;
    }

    /** Newest first. */
    @GetMapping("/v1/overrides")
    ResponseEntity<Page<OverrideView>> all(
            @RequestParam(name = "review_due", required = false) @Nullable Boolean reviewDue,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.READ);
        var window = Page.Window.of(limit, cursor);
        var now = clock.instant();
        var rows = overrides.all(window, reviewDue);
        var views = rows.stream().map(row -> OverrideView.of(row.override(), now)).toList();
        return Page.answer(views, window, _ -> rows.get(window.limit() - 1).position());
    }

    @GetMapping("/v1/overrides/{id}")
    OverrideView one(@PathVariable String id, Caller caller) {
        caller.require(Permission.READ);
        return overrides
                .one(id)
                .map(row -> OverrideView.of(row.override(), clock.instant()))
                .orElseThrow(() -> Problem.notFound("override " + id));
    }
}
