package dev.interlock.approval.read.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When a token was last used: no event, since it is said thousands of times a day and decides
 * nothing. Kept in memory and written every few seconds; a crash loses those seconds.
 */
@Component
class TokenUse implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TokenUse.class);
    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Map<String, Instant> unwritten = new ConcurrentHashMap<>();
    private volatile @Nullable ScheduledExecutorService writer;

    TokenUse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void note(String token, Instant at) {
        unwritten.merge(token, at, (a, b) -> a.isAfter(b) ? a : b);
    }

    void write() {
        for (var use : Map.copyOf(unwritten).entrySet()) {
            try {
                jdbc.sql(
                                """
                                INSERT INTO token_use (token, last_used_at) VALUES (?, ?)
                                ON CONFLICT (token) DO UPDATE SET last_used_at =
                                    greatest(token_use.last_used_at, excluded.last_used_at)
                                """)
                        .params(use.getKey(), use.getValue().atOffset(ZoneOffset.UTC))
                        .update();
                unwritten.remove(use.getKey(), use.getValue());
            } catch (DataAccessException e) {
                LOG.debug("last use of {} not written yet", use.getKey(), e);
                return;
            }
        }
    }

    @Override
    public void start() {
        var started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("token-use").factory());
        started.scheduleWithFixedDelay(
                this::write, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        writer = started;
    }

    @Override
    public void stop() {
        var running = writer;
        writer = null;
        if (running != null) {
            running.close();
            write();
        }
    }

    @Override
    public boolean isRunning() {
        return writer != null;
    }
}
