package dev.interlock.eventstore;

import dev.interlock.edge.idempotency.IdempotencyConfiguration;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** To be imported by a service; it declares an {@link EventCatalogue} and a {@link Publication}. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:dev/interlock/eventstore/axon.properties")
@Import({InternalEventsController.class, IdempotencyConfiguration.class})
public class EventStoreConfiguration {

    /** A write holds the store's append lock and the entity's: none may dawdle. */
    static final Duration LONGEST_WRITE = Duration.ofSeconds(10);

    /**
     * Without this bean Axon's auto-configuration silently picks no transactions at all on Boot 4
     * with JDBC, and a refused command would leave its SQL behind. The isolation is left at
     * PostgreSQL's default, read committed, because setting it costs a round trip; {@code
     * append_events} refuses any other.
     */
    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        DefaultTransactionDefinition write = new DefaultTransactionDefinition();
        write.setTimeout((int) LONGEST_WRITE.toSeconds());
        return new GroupTransactions(new SpringTransactionManager(transactions, write));
    }

    @Bean
    EventReader eventReader(JdbcClient jdbc, EventCatalogue catalogue) {
        return new EventReader(jdbc, catalogue);
    }

    @Bean
    CommitSignal commitSignal() {
        return new CommitSignal();
    }

    @Bean
    InlineProjections inlineProjections(
            ObjectProvider<InlineProjection> projections,
            EventReader reader,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        return new InlineProjections(
                projections.orderedStream().toList(),
                reader,
                jdbc,
                new TransactionTemplate(transactions));
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            JdbcClient jdbc,
            EventReader reader,
            EventCatalogue catalogue,
            InlineProjections projections,
            CommitSignal signal,
            ObjectProvider<Clock> clock) {
        return new PostgresEngine(
                jdbc,
                reader,
                catalogue,
                projections,
                signal,
                clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    ActorMetadata actorMetadata() {
        return new ActorMetadata();
    }

    @Bean
    EntityStore entityStore(EventStore store, EventReader reader) {
        return new EntityStore(store, reader);
    }

    @Bean
    CommandGroups commandGroups(PlatformTransactionManager transactions, CommitSignal signal) {
        return new CommandGroups(transactions, signal, LONGEST_WRITE);
    }

    @Bean
    Commands commands(CommandGateway gateway, CommandGroups groups, EventReader reader) {
        return new Commands(gateway, groups, reader);
    }

    @Bean
    RequestTransactions requestTransactions(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            CommitSignal signal,
            ObjectProvider<Clock> clock) {
        var rows = new AnswerRows(jdbc, clock.getIfAvailable(Clock::systemUTC));
        return new RequestTransactions(rows, transactions, signal);
    }

    @Bean
    PublishedEvents publishedEvents(EventReader reader, Publication publication) {
        return new PublishedEvents(reader, publication);
    }

    @Bean
    EventFollowers eventFollowers(
            EventReader reader,
            EventCatalogue catalogue,
            CommitSignal signal,
            JdbcClient jdbc,
            DataSource database) {
        return new EventFollowers(reader, catalogue, signal, jdbc, database);
    }
}
