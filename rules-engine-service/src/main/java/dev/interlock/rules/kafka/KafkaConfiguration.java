package dev.interlock.rules.kafka;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Sources;
import dev.interlock.contracts.dr.DeploymentStartedV1;
import dev.interlock.edge.IdentitySigner;
import dev.interlock.edge.InternalHttp;
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
import dev.interlock.rules.automation.whenstartedbyoverridethenrecorduse.WhenStartedByOverrideThenRecordUse;
import dev.interlock.rules.projection.LiveWorld;
import dev.interlock.rules.projection.StoredWorlds;
import dev.interlock.rules.projection.WorldProperties;
import dev.interlock.rules.read.audit.AuditLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Publishes what was committed here, and follows what the owners publish. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KafkaSettings.class, WorldProperties.class})
class KafkaConfiguration {

    private static final String OVERRIDE_USES = "override-uses";

    @Bean(initMethod = "start", destroyMethod = "close")
    Relay relay(
            KafkaSettings kafka,
            DataSource database,
            PublishedEvents events,
            CommitSignal signal,
            Clock clock,
            MeterRegistry meters) {
        return new Relay(
                Sources.RULES,
                kafka,
                database,
                CommittedEvents.of(events::after, signal::await, () -> events.head().position()),
                clock,
                meters);
    }

    @Bean(destroyMethod = "close")
    Owners owners(
            ServicesProperties services,
            PublishedEvents own,
            IdentitySigner signer,
            ServiceIdentity self) {
        return new Owners(
                new HttpRemoteEvents(
                        Map.of(
                                Sources.DR, services.dr(),
                                Sources.APPROVAL, services.approval(),
                                Sources.NOTIFICATION, services.notification()),
                        () -> signer.sign(self.identity())),
                own);
    }

    @Bean(destroyMethod = "close")
    WarmStart warmStart(
            StoredWorlds worlds,
            Owners owners,
            LiveWorld live,
            WorldProperties settings,
            Clock clock) {
        return new WarmStart(worlds, owners, live, settings, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @Qualifier("world")
    Subscription worldSubscription(
            KafkaSettings kafka,
            Owners owners,
            LiveWorld live,
            WarmStart stored,
            Clock clock,
            MeterRegistry meters) {
        return new Subscription(
                "world",
                Set.copyOf(SubscribedFreshness.SOURCES),
                kafka,
                owners,
                new WorldSubscriber(live, stored),
                clock,
                meters);
    }

    @Bean
    SubscribedFreshness freshness(
            @Qualifier("world") Subscription subscription,
            ServicesProperties services,
            InternalHttp http,
            ServiceIdentity self,
            PublishedEvents own) {
        Map<String, URI> others =
                Map.of(Sources.DR, services.dr(), Sources.APPROVAL, services.approval());
        return new SubscribedFreshness(subscription, others, http, self, own);
    }

    @Bean
    DurableSubscriber overrideUseSubscriber(
            JdbcClient jdbc, PlatformTransactionManager transactions, Commands commands) {
        return new DurableSubscriber(
                OVERRIDE_USES,
                jdbc,
                transactions,
                (event, message) -> {
                    if (message instanceof DeploymentStartedV1 started) {
                        WhenStartedByOverrideThenRecordUse.react(started, event.time())
                                .forEach(use -> commands.send(use, because(event)));
                    }
                });
    }

    private static EventMetadata because(EventEnvelope event) {
        return new EventMetadata(
                "system",
                "service:rules-engine-service",
                "system",
                "system",
                null,
                event.correlationId(),
                event.id(),
                event.traceparent());
    }

    @Bean(destroyMethod = "close")
    @Qualifier(OVERRIDE_USES)
    Subscription overrideUseSubscription(
            KafkaSettings kafka,
            Owners owners,
            @Qualifier("overrideUseSubscriber") DurableSubscriber subscriber,
            Clock clock,
            MeterRegistry meters) {
        return new Subscription(
                OVERRIDE_USES, Set.of(Sources.DR), kafka, owners, subscriber, clock, meters);
    }

    /** Not before command handlers are there to be sent to. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> startRecordingUses(
            @Qualifier(OVERRIDE_USES) Subscription subscription) {
        return ready -> subscription.start();
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @Qualifier("audit")
    Subscription auditSubscription(
            KafkaSettings kafka, Owners owners, AuditLog audit, Clock clock, MeterRegistry meters) {
        return new Subscription(
                "audit",
                Set.copyOf(Sources.ALL),
                kafka,
                owners,
                new AuditSubscriber(audit),
                clock,
                meters);
    }
}
