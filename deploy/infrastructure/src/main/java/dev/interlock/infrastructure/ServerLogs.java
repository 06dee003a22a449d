package dev.interlock.infrastructure;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Keeps the servers' own chatter out of the log: warnings and errors only. */
public final class ServerLogs {
    private static final Map<String, Level> LEVELS =
            Map.of(
                    "kafka", Level.WARN,
                    "org.apache.kafka", Level.WARN,
                    "state.change.logger", Level.WARN,
                    // One node: these warn of what is normal for it.
                    "org.apache.kafka.controller.QuorumController", Level.ERROR,
                    "org.apache.kafka.clients.NetworkClient", Level.ERROR,
                    "org.testcontainers", Level.OFF,
                    "tc", Level.OFF,
                    "com.github.dockerjava", Level.OFF);

    private ServerLogs() {}

    public static void quiet() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            LEVELS.forEach((name, level) -> logback.getLogger(name).setLevel(level));
        }
    }
}
