package dev.interlock.rules.read.rules;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.rules.http.RuleView;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class RulesApi {

    record Page(List<RuleView> items) {}

    private final RuleList rules;

    RulesApi(RuleList rules) {
        this.rules = rules;
    }

    @GetMapping("/v1/rules")
    Page all(Caller caller) {
        caller.require(Permission.READ);
        return new Page(rules.current());
    }

    @GetMapping("/v1/rules/{id}")
    ResponseEntity<RuleView> one(@PathVariable String id, Caller caller) {
        caller.require(Permission.READ);
        var newest = versions(id).getFirst();
        return ResponseEntity.ok().eTag(String.valueOf(newest.version())).body(newest);
    }

    /** Newest first. */
    @GetMapping("/v1/rules/{id}/versions")
    Page allVersions(@PathVariable String id, Caller caller) {
        caller.require(Permission.READ);
        return new Page(versions(id));
    }

    private List<RuleView> versions(String id) {
        var versions = rules.versions(id);
        if (versions.isEmpty()) {
            throw Problem.notFound("rule " + id);
        }
        return versions;
    }
}
