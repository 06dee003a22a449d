package dev.interlock.eventstream;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach Kafka; {@code interlock.kafka} of each service.
 *
 * @param servers bootstrap servers, {@code host:port[,host:port]}
 * @param replicationFactor of topics that this process creates; at least 1
 * @param client further client properties, for example for TLS and SASL; they win over ours
 */
@ConfigurationProperties("interlock.kafka")
public record KafkaSettings(
        String servers,
        @DefaultValue("1") short replicationFactor,
        @DefaultValue Map<String, String> client) {

    public KafkaSettings {
        if (replicationFactor < 1) {
            throw new IllegalArgumentException(
                    "replicationFactor: " + replicationFactor + " (expected: >= 1)");
        }
        client = Map.copyOf(client);
    }

    /** One broker, no security: a laptop, a test. */
    public static KafkaSettings of(String servers) {
        return new KafkaSettings(servers, (short) 1, Map.of());
    }
}
