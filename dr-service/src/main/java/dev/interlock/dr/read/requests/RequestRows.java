package dev.interlock.dr.read.requests;

import dev.interlock.edge.EdgeJson;
import dev.interlock.edge.Page.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class RequestRows {

    /**
     * @param items how many
     * @param environments its targets
     */
    record RequestRow(
            String id,
            String title,
            String state,
            int revision,
            String contentHash,
            String author,
            int items,
            List<String> products,
            List<String> environments,
            Map<String, String> labels,
            Instant createdAt,
            Instant updatedAt,
            long position) {}

    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json = EdgeJson.lenient();

    RequestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first, one more than the window holds if there are more. */
    List<RequestRow> find(RequestFilter filter, Window window) {
        return jdbc.sql(
                        """
                        SELECT * FROM deployment_request
                        WHERE (:state::text IS NULL OR state = :state)
                          AND (:author::text IS NULL OR author = :author)
                          AND (:environment::text IS NULL OR environments @> ARRAY[:environment::text])
                          AND (:product::text IS NULL OR products @> ARRAY[:product::text])
                          AND labels @> jsonb_object(:names::text[], :values::text[])
                          AND (:text::text IS NULL
                               OR strpos(words, lower(:text::text COLLATE pg_c_utf8)) > 0)
                          AND (:ids::text[] IS NULL OR id = ANY (:ids::text[]))
                          AND position < :before
                        ORDER BY position DESC LIMIT :limit
                        """)
                .param("state", filter.state())
                .param("author", filter.author())
                .param("environment", filter.environment())
                .param("product", filter.product())
                .param("names", filter.labels().keySet().toArray(String[]::new))
                .param("values", filter.labels().values().toArray(String[]::new))
                .param("text", filter.text())
                .param("ids", filter.ids() == null ? null : filter.ids().toArray(String[]::new))
                .param("before", window.before())
                .param("limit", window.limit() + 1)
                .query(this::row)
                .list();
    }

    private RequestRow row(ResultSet r, int index) throws SQLException {
        return new RequestRow(
                r.getString("id"),
                r.getString("title"),
                r.getString("state"),
                r.getInt("revision"),
                r.getString("content_hash"),
                r.getString("author"),
                r.getInt("items"),
                List.of((String[]) r.getArray("products").getArray()),
                List.of((String[]) r.getArray("environments").getArray()),
                json.readValue(r.getString("labels"), LABELS),
                r.getObject("created_at", OffsetDateTime.class).toInstant(),
                r.getObject("updated_at", OffsetDateTime.class).toInstant(),
                r.getLong("position"));
    }
}
