package dev.interlock.notification.kafka;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param servers bootstrap servers, {@code host:port[,host:port]}
 * @param replicationFactor of topics that this service creates; at least 1
 * @param client further client properties, for example for TLS
 */
@ConfigurationProperties("interlock.kafka")
record KafkaProperties(
        String servers,
        @DefaultValue("1") short replicationFactor,
        @DefaultValue Map<String, String> client) {}
