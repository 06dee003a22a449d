package dev.interlock.dr.read.deployments;

import static java.time.ZoneOffset.UTC;

import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.dr.events.DeploymentAborted;
import dev.interlock.dr.events.DeploymentAnnounced;
import dev.interlock.dr.events.DeploymentCompleted;
import dev.interlock.dr.events.DeploymentFailed;
import dev.interlock.dr.events.DeploymentLeaseExtended;
import dev.interlock.dr.events.DeploymentPresumedFailed;
import dev.interlock.dr.events.DeploymentRefused;
import dev.interlock.dr.events.DeploymentRolledBack;
import dev.interlock.dr.events.DeploymentStarted;
import dev.interlock.dr.events.DeploymentTakenOver;
import dev.interlock.dr.events.LaneEvent;
import dev.interlock.eventstore.InlineProjection;
import dev.interlock.eventstore.Occurrence;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DeploymentProjector implements InlineProjection {

    private final JdbcClient jdbc;
    private final DeploymentJson json = new DeploymentJson();

    DeploymentProjector(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "deployments";
    }

    @Override
    public void apply(Occurrence occurrence, Object event) {
        if (event instanceof LaneEvent lane) {
            switch (lane) {
                case DeploymentAnnounced e ->
                        insert(occurrence, e, "pending", List.of(), null, null);
                case DeploymentStarted e -> {
                    insert(occurrence, e, "started", e.drs(), e.deployer(), e.decision());
                    lease(e, e.leaseUntil());
                }
                case DeploymentRefused e -> {
                    insert(occurrence, e, "refused", List.of(), e.deployer(), e.decision());
                }
                case DeploymentTakenOver e -> {
                    insert(occurrence, e, "started", null, null, null);
                    lease(e, e.leaseUntil());
                }
                case DeploymentLeaseExtended e -> lease(e, e.leaseUntil());
                case DeploymentPresumedFailed e -> end(occurrence, e, "presumed_failed", false);
                case DeploymentCompleted e -> {
                    end(occurrence, e, "completed", e.ungated());
                    run(e);
                }
                case DeploymentRolledBack e -> {
                    insert(occurrence, e, "rolled_back", null, null, null);
                    restore(e, time(occurrence));
                }
                case DeploymentFailed e -> end(occurrence, e, "failed", false);
                case DeploymentAborted e -> end(occurrence, e, "aborted", false);
            }
        }
    }

    /** Of a deployment known already, what is said anew replaces what was said before. */
    private void insert(
            Occurrence occurrence,
            LaneEvent event,
            String status,
            @Nullable List<String> drs,
            @Nullable String deployer,
            @Nullable GateDecision decision) {
        jdbc.sql(
                        """
                        INSERT INTO deployment AS d (id, position, product, version, environment, status,
                            drs, deployer, deployed_at, report, code, message, decision)
                        VALUES (:id, :position, :product, :version, :environment, :status,
                            coalesce(:drs::text[], '{}'), :deployer, :time, :report::jsonb, :code,
                            :message, :decision)
                        ON CONFLICT (id) DO UPDATE SET status = excluded.status,
                            drs = coalesce(:drs::text[], d.drs),
                            deployer = coalesce(excluded.deployer, d.deployer),
                            deployed_at = CASE WHEN d.status = 'pending' THEN excluded.deployed_at
                                ELSE d.deployed_at END,
                            report = d.report || excluded.report,
                            code = coalesce(excluded.code, d.code),
                            message = coalesce(excluded.message, d.message),
                            decision = coalesce(excluded.decision, d.decision)
                        """)
                .param("id", event.deploymentId())
                .param("position", occurrence.position())
                .param("product", event.product())
                .param("version", event.version())
                .param("environment", event.environment())
                .param("status", status)
                .param("drs", array(drs))
                .param("deployer", deployer)
                .param("time", time(occurrence))
                .param("report", json.write(event.report()))
                .param("code", decision == null ? null : decision.code())
                .param("message", decision == null ? null : decision.message())
                .param("decision", decision == null ? null : json.write(decision))
                .update();
    }

    private void lease(LaneEvent event, @Nullable Instant until) {
        if (until != null) {
            jdbc.sql("UPDATE deployment SET lease_until = ? WHERE id = ?")
                    .params(until.atOffset(UTC), event.deploymentId())
                    .update();
        }
    }

    private void end(Occurrence occurrence, LaneEvent event, String status, boolean ungated) {
        insert(occurrence, event, status, null, null, null);
        jdbc.sql("UPDATE deployment SET completed_at = ?, ungated = ? WHERE id = ?")
                .params(time(occurrence), ungated, event.deploymentId())
                .update();
    }

    private void run(DeploymentCompleted e) {
        jdbc.sql(
                        """
                        INSERT INTO running_version (product, environment, version, deployment, ungated)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (product, environment) DO UPDATE SET version = excluded.version,
                            deployment = excluded.deployment, ungated = excluded.ungated,
                            since = NULL
                        """)
                .params(e.product(), e.environment(), e.version(), e.deploymentId(), e.ungated())
                .update();
    }

    private void restore(DeploymentRolledBack e, OffsetDateTime since) {
        var deployment = e.restoredDeployment();
        if (e.restored() == null || deployment == null) {
            jdbc.sql("DELETE FROM running_version WHERE product = ? AND environment = ?")
                    .params(e.product(), e.environment())
                    .update();
            return;
        }
        jdbc.sql(
                        """
                        UPDATE running_version SET version = ?, deployment = d.id,
                            ungated = d.ungated, since = ?
                        FROM deployment d
                        WHERE d.id = ? AND running_version.product = ?
                          AND running_version.environment = ?
                        """)
                .params(e.restored(), since, deployment, e.product(), e.environment())
                .update();
    }

    private static String @Nullable [] array(@Nullable List<String> list) {
        return list == null ? null : list.toArray(String[]::new);
    }

    private static OffsetDateTime time(Occurrence occurrence) {
        return occurrence.time().atOffset(UTC);
    }

    @Override
    public void clear() {
        jdbc.sql("DELETE FROM deployment").update();
        jdbc.sql("DELETE FROM running_version").update();
    }
}
