package dev.interlock.rules.read.rules;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Page;
import dev.interlock.edge.Problem;
import dev.interlock.rules.http.RuleView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class RulesApi {

    private final RuleList rules;

    RulesApi(RuleList rules) {
        this.rules = rules;
    }

    @GetMapping("/v1/rules")
    ResponseEntity<Page<RuleView>> all(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.READ);
        var window = Page.Names.of("rules", limit, cursor);
        return Page.answer(rules.current(window), window, RuleView::id);
    }

    /** {@code backtests} is no rule's id, but what is beside them. */
    @GetMapping("/v1/rules/{id:(?!backtests$).+}")
    ResponseEntity<RuleView> one(@PathVariable String id, Caller caller) {
        caller.require(Permission.READ);
        var newest = rules.newest(id).orElseThrow(() -> unknown(id));
        return ResponseEntity.ok().eTag(String.valueOf(newest.version())).body(newest);
    }

    /** Newest first. */
    @GetMapping("/v1/rules/{id}/versions")
    ResponseEntity<Page<RuleView>> versions(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.READ);
        var window = Page.Window.of(limit, cursor);
        if (rules.newest(id).isEmpty()) {
            throw unknown(id);
        }
        return Page.answer(rules.versions(id, window), window, RuleView::version);
    }

    private static Problem unknown(String id) {
        return Problem.notFound("rule " + id);
    }
}
