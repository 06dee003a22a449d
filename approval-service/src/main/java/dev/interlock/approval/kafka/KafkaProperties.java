package dev.interlock.approval.kafka;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param servers {@code host:port[,host:port]}
 * @param replicationFactor of topics this service creates
 * @param client further client properties, for example for TLS
 */
@ConfigurationProperties("interlock.kafka")
record KafkaProperties(
        String servers,
        @DefaultValue("1") short replicationFactor,
        @DefaultValue Map<String, String> client) {}
