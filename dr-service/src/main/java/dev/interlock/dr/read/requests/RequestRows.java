package dev.interlock.dr.read.requests;

import dev.interlock.edge.Page.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class RequestRows {

    /**
     * @param items how many
     */
    record RequestRow(
            String id,
            String title,
            String state,
            int revision,
            String contentHash,
            String author,
            int items,
            List<String> environments,
            Instant createdAt,
            Instant updatedAt,
            long position) {}

    private final JdbcClient jdbc;

    RequestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first, one more than the window holds if there are more. */
    List<RequestRow> find(@Nullable String state, Window window) {
        return jdbc.sql(
                        """
                        SELECT * FROM deployment_request
                        WHERE (:state::text IS NULL OR state = :state)
                          AND position < :before
                        ORDER BY position DESC LIMIT :limit
                        """)
                .param("state", state)
                .param("before", window.before())
                .param("limit", window.limit() + 1)
                .query(RequestRows::row)
                .list();
    }

    private static RequestRow row(ResultSet r, int index) throws SQLException {
        return new RequestRow(
                r.getString("id"),
                r.getString("title"),
                r.getString("state"),
                r.getInt("revision"),
                r.getString("content_hash"),
                r.getString("author"),
                r.getInt("items"),
                List.of((String[]) r.getArray("environments").getArray()),
                r.getObject("created_at", OffsetDateTime.class).toInstant(),
                r.getObject("updated_at", OffsetDateTime.class).toInstant(),
                r.getLong("position"));
    }
}
