package dev.interlock.dr.read.versions;

import dev.interlock.dr.read.versions.VersionApi.Build;
import dev.interlock.dr.read.versions.VersionApi.Deployed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the projections of products and deployments keep. */
@Component
class VersionRow {

    record Registered(
            String id,
            String product,
            String version,
            @Nullable String scmSha,
            @Nullable String digest,
            Instant registeredAt,
            @Nullable Build build) {}

    private final JdbcClient jdbc;

    VersionRow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Registered> find(String id) {
        return jdbc.sql("SELECT * FROM version WHERE id = ?")
                .params(id)
                .query((r, i) -> registered(r))
                .optional();
    }

    /** The newest attempt in each environment; refused ones went nowhere. */
    List<Deployed> deployments(String product, String version) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT ON (d.environment) d.environment, d.id, d.status,
                            d.deployed_at, coalesce(r.version = d.version, false) AS runs_now,
                            max(d.completed_at) FILTER (WHERE d.status = 'completed')
                                OVER (PARTITION BY d.environment) AS last_completed_at
                        FROM deployment d LEFT JOIN running_version r
                          ON r.product = d.product AND r.environment = d.environment
                        WHERE d.product = ? AND d.version = ? AND d.status <> 'refused'
                        ORDER BY d.environment, d.position DESC
                        """)
                .params(product, version)
                .query(
                        (r, i) ->
                                new Deployed(
                                        r.getString("environment"),
                                        r.getBoolean("runs_now"),
                                        r.getString("id"),
                                        r.getString("status"),
                                        instant(r, "deployed_at"),
                                        r.getObject("last_completed_at") == null
                                                ? null
                                                : instant(r, "last_completed_at")))
                .list();
    }

    private static Registered registered(ResultSet r) throws SQLException {
        var build = r.getString("build_id");
        return new Registered(
                r.getString("id"),
                r.getString("product"),
                r.getString("version"),
                r.getString("scm_sha"),
                r.getString("digest"),
                instant(r, "registered_at"),
                build == null
                        ? null
                        : new Build(
                                build,
                                r.getString("build_number"),
                                r.getString("build_status"),
                                r.getString("build_url"),
                                r.getString("built_by")));
    }

    private static Instant instant(ResultSet r, String column) throws SQLException {
        return r.getObject(column, OffsetDateTime.class).toInstant();
    }
}
