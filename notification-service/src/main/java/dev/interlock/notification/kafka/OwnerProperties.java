package dev.interlock.notification.kafka;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Base addresses of the services that own the events this service follows. */
@ConfigurationProperties("interlock.services")
record OwnerProperties(URI dr, URI approval, URI rules) {}
