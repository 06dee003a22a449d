package dev.interlock.gateway.compat.versioner;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param longestWait how long a start that cannot be decided waits before it is refused; clients
 *     give up after 30 s
 * @param firstPause before the first new try
 */
@ConfigurationProperties("interlock.versioner")
record VersionerProperties(
        @DefaultValue("10s") Duration longestWait, @DefaultValue("200ms") Duration firstPause) {}
