package dev.interlock.dr.read.deployments;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.Names;
import dev.interlock.dr.http.DeploymentView;
import dev.interlock.dr.read.deployments.DeploymentRows.Filter;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Page;
import dev.interlock.edge.Problem;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DeploymentsApi {

    private static final Set<String> STATUSES =
            Set.of(
                    "pending",
                    "started",
                    "completed",
                    "failed",
                    "aborted",
                    "presumed_failed",
                    "rolled_back",
                    "refused");

    private final DeploymentRows rows;

    DeploymentsApi(DeploymentRows rows) {
        this.rows = rows;
    }

    @GetMapping("/v1/deployments")
    ResponseEntity<Page<DeploymentView>> all(
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable String environment,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable Boolean ungated,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.READ);
        if (status != null && !STATUSES.contains(status)) {
            throw Problem.invalid("?status", "is no status of a deployment");
        }
        var filter =
                new Filter(
                        product == null ? null : Names.product(product),
                        version == null ? null : Names.version(version),
                        environment == null ? null : Names.environment(environment),
                        status,
                        ungated);
        var window = Page.Window.of(limit, cursor);
        return Page.answer(rows.find(filter, window), window, DeploymentView::position);
    }

    @GetMapping("/v1/deployments/{id}")
    DeploymentView one(@PathVariable String id, Caller caller) {
        caller.require(Permission.READ);
        return rows.get(id);
    }
}
