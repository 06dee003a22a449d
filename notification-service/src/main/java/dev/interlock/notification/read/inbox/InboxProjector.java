package dev.interlock.notification.read.inbox;

import static java.time.ZoneOffset.UTC;

import dev.interlock.eventstore.InlineProjection;
import dev.interlock.eventstore.Occurrence;
import dev.interlock.notification.events.NotificationEvent;
import dev.interlock.notification.events.NotificationQueued;
import dev.interlock.notification.events.NotificationRead;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class InboxProjector implements InlineProjection {

    private final JdbcClient database;

    InboxProjector(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public void apply(Occurrence occurrence, Object event) {
        if (event instanceof NotificationEvent notification) {
            OffsetDateTime time = occurrence.time().atOffset(UTC);
            switch (notification) {
                case NotificationQueued e ->
                        database.sql(
                                        """
                                        insert into inbox_entry
                                            (id, position, person, kind, subject, title, text, created_at)
                                        values (?, ?, ?, ?, ?, ?, ?, ?)
                                        """)
                                .params(
                                        e.notificationId(),
                                        occurrence.position(),
                                        e.person(),
                                        e.kind(),
                                        e.subject(),
                                        e.title(),
                                        e.text(),
                                        time)
                                .update();
                case NotificationRead e ->
                        database.sql("update inbox_entry set read_at = ? where id = ?")
                                .params(time, e.notificationId())
                                .update();
            }
        }
    }

    @Override
    public void clear() {
        database.sql("delete from inbox_entry").update();
    }
}
