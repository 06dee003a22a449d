package dev.interlock.notification.kafka;

import dev.interlock.contracts.Sources;
import dev.interlock.edge.IdentitySigner;
import dev.interlock.edge.ServiceIdentity;
import dev.interlock.eventstore.CommitSignal;
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

/** Publishes what was committed, and follows the services that own the other events. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KafkaSettings.class, OwnerProperties.class})
class KafkaConfiguration {

    /** Stored with the position; never renamed. */
    private static final String SUBSCRIPTION = "notification-service";

    @Bean(destroyMethod = "close")
    Relay relay(
            KafkaSettings kafka,
            DataSource database,
            PublishedEvents events,
            CommitSignal signal,
            Clock clock,
            MeterRegistry meters) {
        return new Relay(
                Sources.NOTIFICATION,
                kafka,
                database,
                CommittedEvents.of(events::after, signal::await, () -> events.head().position()),
                clock,
                meters);
    }

    @Bean(destroyMethod = "close")
    HttpRemoteEvents owners(OwnerProperties owners, IdentitySigner signer, ServiceIdentity self) {
        return new HttpRemoteEvents(
                Map.of(
                        Sources.DR, owners.dr(),
                        Sources.APPROVAL, owners.approval(),
                        Sources.RULES, owners.rules()),
                () -> signer.sign(self.identity()));
    }

    @Bean
    DurableSubscriber subscriber(
            JdbcClient database,
            PlatformTransactionManager transactions,
            ConsumeMessages messages) {
        return new DurableSubscriber(SUBSCRIPTION, database, transactions, messages);
    }

    @Bean(destroyMethod = "close")
    Subscription subscription(
            KafkaSettings kafka,
            HttpRemoteEvents owners,
            DurableSubscriber subscriber,
            Clock clock,
            MeterRegistry meters) {
        return new Subscription(
                SUBSCRIPTION,
                Set.of(Sources.DR, Sources.APPROVAL, Sources.RULES),
                kafka,
                owners,
                subscriber,
                clock,
                meters);
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
