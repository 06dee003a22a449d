package dev.interlock.dr.automation.whenrequestactivatedthenmarkolderrequests;

import dev.interlock.dr.write.marksuperseded.MarkSuperseded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds pairs of requests that ship different versions of one product to one environment. A newer
 * one counts that is in progress, or was and completed; an older one, that may still ship
 * something.
 */
@Component
class OverlappingRequests {

    private static final String PAIRS =
            """
            SELECT DISTINCT ON (older.position, newer.position)
                older.id, newer.id, ships.product, ships.version, ships.environment
            FROM deployment_request newer
            JOIN deployment_request_target ships ON ships.dr = newer.id
            JOIN deployment_request_target shipped
                ON shipped.product = ships.product AND shipped.environment = ships.environment
                    AND shipped.version <> ships.version
            JOIN deployment_request older
                ON older.id = shipped.dr AND older.position < newer.position
            WHERE newer.state IN ('in_progress', 'completed')
                AND older.state IN ('draft', 'in_progress', 'rejected', 'expired')
            """;

    private static final String IN_ORDER =
            " ORDER BY older.position, newer.position, ships.product, ships.environment";

    private final JdbcClient jdbc;

    OverlappingRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MarkSuperseded> supersededBy(String newer) {
        return jdbc.sql(PAIRS + "AND newer.id = ?" + IN_ORDER)
                .param(newer)
                .query(OverlappingRequests::row)
                .list();
    }

    List<MarkSuperseded> superseding(String older) {
        return jdbc.sql(PAIRS + "AND older.id = ?" + IN_ORDER)
                .param(older)
                .query(OverlappingRequests::row)
                .list();
    }

    private static MarkSuperseded row(ResultSet row, int index) throws SQLException {
        return new MarkSuperseded(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5));
    }
}
