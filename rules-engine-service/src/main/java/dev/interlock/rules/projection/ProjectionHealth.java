package dev.interlock.rules.projection;

import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready once the projection has caught up with every source; later it answers for itself. */
@Component("projection")
final class ProjectionHealth implements HealthIndicator {

    private final Freshness freshness;
    private volatile boolean caughtUp;

    ProjectionHealth(Freshness freshness) {
        this.freshness = freshness;
    }

    @Override
    public Health health() {
        if (!caughtUp) {
            caughtUp =
                    freshness.sources().stream()
                            .noneMatch(s -> freshness.heardAt(s).equals(Instant.EPOCH));
        }
        return (caughtUp ? Health.up() : Health.outOfService()).build();
    }
}
