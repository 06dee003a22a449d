package dev.interlock.rules.kafka;

import dev.interlock.contracts.Sources;
import dev.interlock.edge.IdentitySigner;
import dev.interlock.edge.InternalHttp;
import dev.interlock.edge.ServiceIdentity;
import dev.interlock.eventstore.CommitSignal;
import dev.interlock.eventstore.PublishedEvents;
import dev.interlock.eventstream.CommittedEvents;
import dev.interlock.eventstream.HttpRemoteEvents;
import dev.interlock.eventstream.KafkaSettings;
import dev.interlock.eventstream.Relay;
import dev.interlock.eventstream.Subscription;
import dev.interlock.rules.projection.LiveWorld;
import dev.interlock.rules.read.audit.AuditLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Publishes what was committed here, and follows what the owners publish. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaSettings.class)
class KafkaConfiguration {

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

    @Bean(initMethod = "start", destroyMethod = "close")
    @Qualifier("world")
    Subscription worldSubscription(
            KafkaSettings kafka, Owners owners, LiveWorld live, Clock clock, MeterRegistry meters) {
        return new Subscription(
                "world",
                Set.copyOf(SubscribedFreshness.SOURCES),
                kafka,
                owners,
                new WorldSubscriber(live),
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
