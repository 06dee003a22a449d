package dev.interlock.dr.automation.whendeploymentcompletedthencompleterequest;

import dev.interlock.dr.write.completedeployedrequest.CompleteDeployedRequest;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the open requests that a completed deployment was the last missing piece of. */
@Component
class DeployedRequests {

    private final JdbcClient jdbc;

    DeployedRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Requests in progress that cover the deployment, and whose every item runs in each of its
     * targets. What reached an enforcing environment without the gate is no evidence there.
     */
    List<CompleteDeployedRequest> covering(String product, String version, String environment) {
        return jdbc.sql(
                        """
                        SELECT dr.id, dr.content_hash
                        FROM deployment_request dr
                        JOIN deployment_request_target covering ON covering.dr = dr.id
                        WHERE dr.state = 'in_progress'
                          AND covering.product = ? AND covering.version = ? AND covering.environment = ?
                          AND NOT EXISTS (
                              SELECT 1 FROM deployment_request_target t
                              LEFT JOIN running_version r
                                  ON r.product = t.product AND r.environment = t.environment
                              LEFT JOIN environment e ON e.name = t.environment
                              WHERE t.dr = dr.id
                                AND (r.version IS DISTINCT FROM t.version
                                     OR (r.ungated AND e.mode IS DISTINCT FROM 'report_only')))
                        ORDER BY dr.position
                        """)
                .params(product, version, environment)
                .query((r, i) -> new CompleteDeployedRequest(r.getString(1), r.getString(2)))
                .list();
    }
}
