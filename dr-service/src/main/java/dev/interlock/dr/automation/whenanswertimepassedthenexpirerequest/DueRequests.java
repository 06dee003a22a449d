package dev.interlock.dr.automation.whenanswertimepassedthenexpirerequest;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Requests whose time to be answered has passed. That one was answered in time is final, since
 * nothing that was asked for changes after it, and so it is remembered with the request's row.
 */
@Component
class DueRequests {

    private final JdbcClient jdbc;

    DueRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those in progress of which it is not known that they were answered, in the order of their
     * ids.
     *
     * @param after the last id of the page before; empty for the first one
     */
    List<String> unanswered(Instant now, String after, int atMost) {
        return jdbc.sql(
                        """
                        SELECT id FROM deployment_request
                        WHERE state = 'in_progress' AND NOT answered AND request_expires_at <= ?
                          AND id > ?
                        ORDER BY id LIMIT ?
                        """)
                .params(now.atOffset(UTC), after, atMost)
                .query(String.class)
                .list();
    }

    boolean isAnswered(String dr, int revision) {
        return jdbc.sql(
                        "SELECT 1 FROM deployment_request WHERE id = ? AND revision = ? AND answered")
                .params(dr, revision)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Nothing if the request was changed since this revision was judged. */
    void answered(String dr, int revision) {
        jdbc.sql("UPDATE deployment_request SET answered = true WHERE id = ? AND revision = ?")
                .params(dr, revision)
                .update();
    }
}
