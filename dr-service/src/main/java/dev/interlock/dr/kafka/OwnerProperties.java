package dev.interlock.dr.kafka;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param approval base address of approval-service, which owns the events this service follows
 */
@ConfigurationProperties("interlock.services")
record OwnerProperties(URI approval) {}
