package dev.interlock.notification.read.inbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param publicUrl the gateway's address as people reach it, without a slash at its end
 */
@ConfigurationProperties("interlock")
record InboxProperties(@DefaultValue("http://localhost:8080") String publicUrl) {}
