package dev.interlock.eventstream;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Remembers in the service's database what was handled, in the transaction of the handling: what
 * the handler writes there happens once, among all replicas. Once an event is parked, later events
 * of the same entity are parked behind it; a restart tries them again.
 *
 * <p>Needs the tables of {@code classpath:db/event-stream}, unqualified.
 */
public final class DurableSubscriber implements Subscriber {

    private static final Logger log = LoggerFactory.getLogger(DurableSubscriber.class);

    /** Handles one event that this build knows. */
    @FunctionalInterface
    public interface Handler {
        void handle(EventEnvelope event, Message message);
    }

    private final String subscription;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final ParkedMessages parked;
    private final MessageJson messages = new MessageJson();
    private final Handler handler;

    public DurableSubscriber(
            String subscription,
            JdbcClient database,
            PlatformTransactionManager transactions,
            Handler handler) {
        this.subscription = subscription;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.parked = new ParkedMessages(subscription, database);
        this.handler = handler;
    }

    @Override
    public long position(String source) {
        transaction.executeWithoutResult(status -> createRow(source));
        parked.entities(source).forEach(subject -> tryAgain(source, subject));
        return database.sql(
                        "select position from subscription_position where subscription = ? and"
                                + " source = ?")
                .params(subscription, source)
                .query(Long.class)
                .single();
    }

    @Override
    public void handle(EventEnvelope event, @Nullable Message message) {
        transaction.executeWithoutResult(
                status -> {
                    if (!advance(event)) {
                        return; // another replica was faster
                    }
                    if (parked.contains(event.source(), event.subject())) {
                        parked.add(event, "an earlier event of the same entity is parked");
                    } else if (message != null) {
                        handler.handle(event, message);
                    }
                });
    }

    @Override
    public void park(EventEnvelope event, String reason) {
        transaction.executeWithoutResult(
                status -> {
                    if (advance(event)) {
                        parked.add(event, reason);
                    }
                });
    }

    /** This build may understand what an older one did not. */
    private void tryAgain(String source, String subject) {
        try {
            transaction.executeWithoutResult(
                    status -> {
                        for (EventEnvelope event : parked.take(source, subject)) {
                            Message message = messages.read(event);
                            if (message != null) {
                                handler.handle(event, message);
                            }
                        }
                    });
            log.info("{}: {} of {} is no longer parked", subscription, subject, source);
        } catch (RuntimeException e) {
            log.warn("{}: {} of {} stays parked: {}", subscription, subject, source, e.toString());
        }
    }

    private void createRow(String source) {
        database.sql(
                        "insert into subscription_position (subscription, source, position) values"
                                + " (?, ?, 0) on conflict do nothing")
                .params(subscription, source)
                .update();
    }

    /** Locks the row until the transaction ends, so that replicas take turns. */
    private boolean advance(EventEnvelope event) {
        return database.sql(
                                "update subscription_position set position = ? where subscription ="
                                        + " ? and source = ? and position < ?")
                        .params(event.position(), subscription, event.source(), event.position())
                        .update()
                == 1;
    }
}
