package dev.interlock.dr.read.environments;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.Names;
import dev.interlock.dr.http.EnvironmentView;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EnvironmentsApi {

    record Listed(List<EnvironmentView> items) {}

    private final EnvironmentRows rows;

    EnvironmentsApi(EnvironmentRows rows) {
        this.rows = rows;
    }

    @GetMapping("/v1/environments")
    Listed all(Caller caller) {
        caller.require(Permission.READ);
        return new Listed(rows.all().stream().map(EnvironmentView::of).toList());
    }

    @GetMapping("/v1/environments/{name}")
    EnvironmentView one(@PathVariable String name, Caller caller) {
        caller.require(Permission.READ);
        return rows.find(Names.environment(name))
                .map(EnvironmentView::of)
                .orElseThrow(() -> Problem.notFound("environment " + name));
    }
}
