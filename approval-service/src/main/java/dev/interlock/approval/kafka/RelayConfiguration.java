package dev.interlock.approval.kafka;

import dev.interlock.contracts.Sources;
import dev.interlock.eventstore.CommitSignal;
import dev.interlock.eventstore.PublishedEvents;
import dev.interlock.eventstream.CommittedEvents;
import dev.interlock.eventstream.KafkaSettings;
import dev.interlock.eventstream.Relay;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Publishes what was committed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaSettings.class)
class RelayConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    Relay relay(
            KafkaSettings kafka,
            DataSource database,
            PublishedEvents events,
            CommitSignal signal,
            Clock clock,
            MeterRegistry meters) {
        return new Relay(
                Sources.APPROVAL,
                kafka,
                database,
                CommittedEvents.of(events::after, signal::await, () -> events.head().position()),
                clock,
                meters);
    }
}
