package dev.interlock.rules.kafka;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Base addresses of the other owners of events. */
@ConfigurationProperties("interlock.services")
record ServicesProperties(URI dr, URI approval, URI notification) {}
