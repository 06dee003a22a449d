package dev.interlock.dr.read.environments;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.Names;
import dev.interlock.dr.http.EnvironmentView;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Page;
import dev.interlock.edge.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EnvironmentsApi {

    private final EnvironmentRows rows;

    EnvironmentsApi(EnvironmentRows rows) {
        this.rows = rows;
    }

    @GetMapping("/v1/environments")
    ResponseEntity<Page<EnvironmentView>> all(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.READ);
        var window = Page.Names.of("environments", limit, cursor);
        return Page.answer(
                rows.find(window).stream().map(EnvironmentView::of).toList(),
                window,
                EnvironmentView::name);
    }

    @GetMapping("/v1/environments/{name}")
    EnvironmentView one(@PathVariable String name, Caller caller) {
        caller.require(Permission.READ);
        return rows.find(Names.environment(name))
                .map(EnvironmentView::of)
                .orElseThrow(() -> Problem.notFound("environment " + name));
    }
}
