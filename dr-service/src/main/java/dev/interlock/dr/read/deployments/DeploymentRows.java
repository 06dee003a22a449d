package dev.interlock.dr.read.deployments;

import dev.interlock.dr.domain.Ids;
import dev.interlock.dr.http.DeploymentView;
import dev.interlock.dr.http.Deployments;
import dev.interlock.dr.http.Metadata;
import dev.interlock.edge.Page.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DeploymentRows implements Deployments {

    /** What to list; null = any. */
    record Filter(
            @Nullable String product,
            @Nullable String version,
            @Nullable String environment,
            @Nullable String status,
            @Nullable Boolean ungated) {}

    private static final String ROWS =
            """
            SELECT d.*, r.deployment IS NOT NULL AS runs, r.since AS restored_at FROM deployment d
            LEFT JOIN running_version r ON r.deployment = d.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final DeploymentJson json = new DeploymentJson();

    DeploymentRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<DeploymentView> find(String id) {
        return jdbc.sql(ROWS + " WHERE d.id = ?")
                .param(id)
                .query((r, i) -> row(r, true))
                .optional();
    }

    /** Newest first, one more than the window holds if there are more. */
    List<DeploymentView> find(Filter filter, Window window) {
        return jdbc.sql(
                        ROWS
                                + """
                                WHERE (:product::text IS NULL OR d.product = :product)
                                  AND (:version::text IS NULL OR d.version = :version)
                                  AND (:environment::text IS NULL OR d.environment = :environment)
                                  AND (:status::text IS NULL OR d.status = :status)
                                  AND (:ungated::boolean IS NULL OR d.ungated = :ungated)
                                  AND d.position < :before
                                ORDER BY d.position DESC LIMIT :limit
                                """)
                .param("product", filter.product())
                .param("version", filter.version())
                .param("environment", filter.environment())
                .param("status", filter.status())
                .param("ungated", filter.ungated())
                .param("before", window.before())
                .param("limit", window.limit() + 1)
                .query((r, i) -> row(r, false))
                .list();
    }

    private DeploymentView row(ResultSet r, boolean whole) throws SQLException {
        var product = r.getString("product");
        var version = r.getString("version");
        var environment = r.getString("environment");
        var report = json.report(r.getString("report"));
        var completedAt = time(r, "completed_at");
        return new DeploymentView(
                r.getString("id"),
                product,
                Ids.product(product),
                version,
                Ids.version(product, version),
                environment,
                Ids.environment(environment),
                r.getString("status"),
                r.getBoolean("ungated"),
                List.of((String[]) r.getArray("drs").getArray()),
                r.getString("deployer"),
                r.getObject("deployed_at", OffsetDateTime.class).toInstant(),
                completedAt,
                r.getString("status").equals("started") ? time(r, "lease_until") : null,
                completedAt != null && r.getBoolean("runs")
                        ? hoursSince(
                                Objects.requireNonNullElse(time(r, "restored_at"), completedAt))
                        : null,
                report.sourceSystem(),
                report.buildNumber(),
                report.scmSha(),
                report.buildUrl(),
                report.deployUrl(),
                report.invokeId(),
                report.deployedBy(),
                report.deployedByName(),
                Metadata.object(report.extraMetadata()),
                refusal(r, "code"),
                refusal(r, "message"),
                whole ? json.decision(r.getString("decision")) : null,
                report,
                r.getLong("position"));
    }

    private static @Nullable String refusal(ResultSet r, String column) throws SQLException {
        return r.getString("status").equals("refused") ? r.getString(column) : null;
    }

    private static @Nullable Instant time(ResultSet r, String column) throws SQLException {
        var time = r.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private double hoursSince(Instant instant) {
        return Math.max(0, Duration.between(instant, clock.instant()).toSeconds()) / 3600.0;
    }
}
