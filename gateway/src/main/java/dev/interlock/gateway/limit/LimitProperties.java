package dev.interlock.gateway.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param requests how many requests one caller may send within the window, the gate's not counted
 * @param gate how many questions to the gate and starts of deployments, on an account of their own:
 *     nothing else a caller does keeps a pipeline waiting
 */
@ConfigurationProperties("interlock.limits")
record LimitProperties(
        @DefaultValue("60000") long requests,
        @DefaultValue("600000") long gate,
        @DefaultValue("60s") Duration window) {

    LimitProperties {
        if (requests < 1 || gate < 1 || window.toSeconds() < 1) {
            throw new IllegalArgumentException(
                    "interlock.limits: %d, %d in %s (expected: >= 1, >= 1 in >= 1s)"
                            .formatted(requests, gate, window));
        }
    }
}
