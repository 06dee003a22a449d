package dev.interlock.dr.kafka;

import dev.interlock.contracts.Sources;
import dev.interlock.dr.http.ServicesProperties;
import dev.interlock.edge.IdentitySigner;
import dev.interlock.edge.ServiceIdentity;
import dev.interlock.eventstore.Commands;
import dev.interlock.eventstore.CommitSignal;
import dev.interlock.eventstore.EventMetadata;
import dev.interlock.eventstore.PublishedEvents;
import dev.interlock.eventstream.CommittedEvents;
import dev.interlock.eventstream.DurableSubscriber;
import dev.interlock.eventstream.HttpRemoteEvents;
import dev.interlock.eventstream.KafkaSettings;
import dev.interlock.eventstream.Relay;
import dev.interlock.eventstream.Subscription;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Publishes what was committed, and follows approval-service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KafkaSettings.class, ServicesProperties.class})
class KafkaConfiguration {

    /** Stored with the position; never renamed. */
    private static final String SUBSCRIPTION = "dr-service";

    @Bean(destroyMethod = "close")
    Relay relay(
            KafkaSettings kafka,
            DataSource database,
            PublishedEvents events,
            CommitSignal signal,
            Clock clock,
            MeterRegistry meters) {
        return new Relay(
                Sources.DR,
                kafka,
                database,
                CommittedEvents.of(events::after, signal::await, () -> events.head().position()),
                clock,
                meters);
    }

    @Bean(destroyMethod = "close")
    HttpRemoteEvents owners(
            ServicesProperties owners, IdentitySigner signer, ServiceIdentity self) {
        return new HttpRemoteEvents(
                Map.of(Sources.APPROVAL, owners.approval()), () -> signer.sign(self.identity()));
    }

    @Bean
    DurableSubscriber approvalSubscriber(
            JdbcClient jdbc, PlatformTransactionManager transactions, Commands commands) {
        return new DurableSubscriber(
                SUBSCRIPTION,
                jdbc,
                transactions,
                (event, message) ->
                        ConsumeApprovalMessages.command(event, message)
                                .ifPresent(
                                        command ->
                                                commands.send(
                                                        command,
                                                        new EventMetadata(
                                                                "system",
                                                                "service:dr-service",
                                                                "system",
                                                                "system",
                                                                null,
                                                                event.correlationId(),
                                                                event.id(),
                                                                event.traceparent()))));
    }

    @Bean(destroyMethod = "close")
    Subscription approvalSubscription(
            KafkaSettings kafka,
            HttpRemoteEvents owners,
            DurableSubscriber subscriber,
            Clock clock,
            MeterRegistry meters) {
        return new Subscription(
                SUBSCRIPTION, Set.of(Sources.APPROVAL), kafka, owners, subscriber, clock, meters);
    }

    /** Not before command handlers are there to be sent to. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> startListeningAndTelling(
            Relay relay, Subscription subscription) {
        return ready -> {
            relay.start();
            subscription.start();
        };
    }
}
