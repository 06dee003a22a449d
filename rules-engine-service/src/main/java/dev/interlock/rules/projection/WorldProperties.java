package dev.interlock.rules.projection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param storeEvery after how many more events the world is stored for the next start; 0 = never
 * @param storePause at least so long after it was stored last
 */
@ConfigurationProperties("interlock.world")
public record WorldProperties(
        @DefaultValue("50000") long storeEvery, @DefaultValue("1m") Duration storePause) {}
