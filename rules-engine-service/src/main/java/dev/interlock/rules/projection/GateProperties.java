package dev.interlock.rules.projection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param freshness how old the news of a source may be, and how long to wait for newer
 * @param longestWait the most a caller may ask to wait for a strong decision
 */
@ConfigurationProperties("interlock.gate")
public record GateProperties(
        @DefaultValue("2s") Duration freshness, @DefaultValue("15s") Duration longestWait) {}
