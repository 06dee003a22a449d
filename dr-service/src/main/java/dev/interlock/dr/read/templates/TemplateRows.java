package dev.interlock.dr.read.templates;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
class TemplateRows {

    /**
     * @param version the newest
     */
    record TemplateRow(
            String id,
            int version,
            String name,
            @Nullable String description,
            List<String> environments,
            Instant updatedAt,
            @JsonIgnore long position) {}

    private final JdbcClient jdbc;

    TemplateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first, one more than the window holds if there are more. */
    List<TemplateRow> find(Window window) {
        return jdbc.sql(
                        """
                        SELECT * FROM template WHERE position < :before
                        ORDER BY position DESC LIMIT :limit
                        """)
                .param("before", window.before())
                .param("limit", window.limit() + 1)
                .query(TemplateRows::row)
                .list();
    }

    private static TemplateRow row(ResultSet r, int index) throws SQLException {
        return new TemplateRow(
                r.getString("id"),
                r.getInt("version"),
                r.getString("name"),
                r.getString("description"),
                List.of((String[]) r.getArray("environments").getArray()),
                r.getObject("updated_at", OffsetDateTime.class).toInstant(),
                r.getLong("position"));
    }
}
