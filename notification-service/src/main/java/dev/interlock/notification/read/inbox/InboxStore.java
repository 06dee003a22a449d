package dev.interlock.notification.read.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class InboxStore {

    private final JdbcClient database;
    private final InboxProperties properties;

    InboxStore(JdbcClient database, InboxProperties properties) {
        this.database = database;
        this.properties = properties;
    }

    /** Newest first, only what is older than the position. */
    List<InboxEntry> of(String person, long before, int limit) {
        return database.sql(
                        """
                        select id, position, kind, subject, title, text, created_at, read_at
                        from inbox_entry where person = ? and position < ?
                        order by position desc limit ?
                        """)
                .params(person, before, limit)
                .query(this::entry)
                .list();
    }

    private InboxEntry entry(ResultSet row, int number) throws SQLException {
        OffsetDateTime readAt = row.getObject("read_at", OffsetDateTime.class);
        return new InboxEntry(
                row.getLong("position"),
                row.getString("id"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("title"),
                row.getString("text"),
                properties.publicUrl() + path(row.getString("subject")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                readAt == null ? null : readAt.toInstant());
    }

    private static String path(String subject) {
        return (subject.startsWith("ovr_") ? "/v1/overrides/" : "/v1/deployment-requests/")
                + subject;
    }
}
