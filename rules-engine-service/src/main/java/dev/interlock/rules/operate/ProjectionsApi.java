package dev.interlock.rules.operate;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.rules.projection.Freshness;
import dev.interlock.rules.projection.LiveWorld;
import dev.interlock.rules.projection.StateHash;
import dev.interlock.rules.read.audit.AuditLog;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class ProjectionsApi {

    /**
     * @param parked why an entity blocks, by {@code source:kind:id}
     * @param heardAt until when all of a source is known
     */
    record WorldReport(
            String stateHash,
            Map<String, Long> positions,
            Map<String, Instant> heardAt,
            Map<String, String> parked) {}

    record Report(WorldReport world, Map<String, AuditLog.Head> audit) {}

    private final LiveWorld live;
    private final Freshness freshness;
    private final AuditLog audit;
    private final Rebuilding rebuilding;

    ProjectionsApi(LiveWorld live, Freshness freshness, AuditLog audit, Rebuilding rebuilding) {
        this.live = live;
        this.freshness = freshness;
        this.audit = audit;
        this.rebuilding = rebuilding;
    }

    @GetMapping("/v1/projections")
    Report report(Caller caller) {
        caller.require(Permission.READ);
        var world = live.world();
        var heardAt = new TreeMap<String, Instant>();
        freshness.sources().forEach(s -> heardAt.put(s, freshness.heardAt(s)));
        return new Report(
                new WorldReport(
                        StateHash.of(world),
                        new TreeMap<>(world.positions()),
                        heardAt,
                        new TreeMap<>(world.unreadable())),
                new TreeMap<>(audit.heads()));
    }

    @PostMapping("/v1/projections/rebuild")
    Rebuilding.Rebuilt rebuild(Caller caller) {
        caller.require(Permission.OPERATE);
        return rebuilding.rebuild();
    }
}
