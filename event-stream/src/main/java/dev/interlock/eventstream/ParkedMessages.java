package dev.interlock.eventstream;

import dev.interlock.contracts.EventEnvelope;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events put aside, by entity, until somebody can handle them. */
public final class ParkedMessages {

    private final String subscription;
    private final JdbcClient database;
    private final EnvelopeLines lines = new EnvelopeLines();

    /**
     * @param source the owner of the entity
     * @param reason of the first event that was put aside
     * @param events how many wait
     */
    public record ParkedEntity(String source, String subject, String reason, long events) {}

    public ParkedMessages(String subscription, JdbcClient database) {
        this.subscription = subscription;
        this.database = database;
    }

    public List<ParkedEntity> all() {
        return database.sql(
                        """
                        select source, subject, (array_agg(reason order by position))[1] as reason,
                               count(*) as events
                        from parked_message where subscription = ?
                        group by source, subject order by source, subject
                        """)
                .param(subscription)
                .query(ParkedEntity.class)
                .list();
    }

    List<String> entities(String source) {
        return all().stream()
                .filter(e -> e.source().equals(source))
                .map(ParkedEntity::subject)
                .toList();
    }

    boolean contains(String source, String subject) {
        return database.sql(
                        "select exists (select from parked_message where subscription = ? and"
                                + " source = ? and subject = ?)")
                .params(subscription, source, subject)
                .query(Boolean.class)
                .single();
    }

    void add(EventEnvelope event, String reason) {
        database.sql(
                        """
                        insert into parked_message
                            (subscription, source, position, subject, event_id, type, reason, envelope)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        subscription,
                        event.source(),
                        event.position(),
                        event.subject(),
                        event.id(),
                        event.type(),
                        reason,
                        lines.write(event))
                .update();
    }

    /** Removes and returns what waits of one entity, in order. */
    List<EventEnvelope> take(String source, String subject) {
        return database
                .sql(
                        """
                        with taken as (
                            delete from parked_message
                            where subscription = ? and source = ? and subject = ?
                            returning position, envelope)
                        select envelope from taken order by position
                        """)
                .params(subscription, source, subject)
                .query(String.class)
                .list()
                .stream()
                .map(lines::read)
                .toList();
    }
}
