package dev.interlock.approval.deploymentrequests;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param dr base URL of dr-service, for example {@code http://127.0.0.1:8081}
 */
@ConfigurationProperties("interlock.services")
public record ServicesProperties(String dr) {}
