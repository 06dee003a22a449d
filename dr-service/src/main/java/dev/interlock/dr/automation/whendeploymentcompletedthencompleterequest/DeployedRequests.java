package dev.interlock.dr.automation.whendeploymentcompletedthencompleterequest;

import dev.interlock.dr.write.completedeployedrequest.CompleteDeployedRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the open requests that a completed deployment was the last missing piece of. */
@Component
class DeployedRequests {

    private static final String DEPLOYED =
            """
            SELECT dr.id, dr.content_hash
            FROM deployment_request dr
            WHERE dr.state = 'in_progress'
              AND EXISTS (SELECT 1 FROM deployment_request_target t WHERE t.dr = dr.id)
              AND NOT EXISTS (
                  SELECT 1 FROM deployment_request_target t
                  LEFT JOIN running_version r
                      ON r.product = t.product AND r.environment = t.environment
                  LEFT JOIN environment e ON e.name = t.environment
                  WHERE t.dr = dr.id
                    AND (r.version IS DISTINCT FROM t.version
                         OR (r.ungated AND e.mode IS DISTINCT FROM 'report_only')))
            """;

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
                        DEPLOYED
                                + """
                                AND EXISTS (
                                    SELECT 1 FROM deployment_request_target covering
                                    WHERE covering.dr = dr.id AND covering.product = ?
                                      AND covering.version = ? AND covering.environment = ?)
                                ORDER BY dr.position
                                """)
                .params(product, version, environment)
                .query(DeployedRequests::row)
                .list();
    }

    /** The deployment request itself, if it is in progress and all of it runs where it should. */
    List<CompleteDeployedRequest> named(String dr) {
        return jdbc.sql(DEPLOYED + "AND dr.id = ?").param(dr).query(DeployedRequests::row).list();
    }

    private static CompleteDeployedRequest row(ResultSet row, int index) throws SQLException {
        return new CompleteDeployedRequest(row.getString(1), row.getString(2));
    }
}
