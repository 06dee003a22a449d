package dev.interlock.rules.read.history;

import dev.interlock.contracts.Sources;
import dev.interlock.edge.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Read from the audit log, which alone has what was decided on a request beside what was deployed
 * by it.
 */
@Component
final class RequestHistory {

    private static final List<String> SOURCES = List.of(Sources.DR, Sources.APPROVAL);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final JdbcClient jdbc;
    private final RecordedEvents recorded;

    RequestHistory(JdbcClient jdbc, RecordedEvents recorded) {
        this.jdbc = jdbc;
        this.recorded = recorded;
    }

    /**
     * Until the log has what the caller has seen.
     *
     * @throws Problem 503 if it has not within 2 s
     */
    void await(Map<String, Long> atLeast) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!has(atLeast)) {
            if (System.nanoTime() > end) {
                throw Problem.unavailable(
                        "SERVICE_UNAVAILABLE", "the history does not show yet what you have seen");
            }
            pause();
        }
    }

    private boolean has(Map<String, Long> atLeast) {
        return SOURCES.stream()
                .filter(atLeast::containsKey)
                .allMatch(source -> position(source) >= atLeast.getOrDefault(source, 0L));
    }

    private long position(String source) {
        return jdbc.sql("select position from audit_head where source = ?")
                .param(source)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("SERVICE_UNAVAILABLE", "the service is stopping");
        }
    }

    /**
     * @param after null = from the beginning
     */
    List<Happening> of(String dr, Happening.@Nullable Key after, int limit) {
        var from = after == null ? new Happening.Key(Instant.EPOCH, "", 0) : after;
        return jdbc.sql(
                        """
                        select envelope from audit_log
                        where (subject = :dr and type like 'dr.%'
                               or type like 'deployment.%' and audit_requests(envelope) @> array[:dr::text])
                          and (time, source, position) > (:time, :source, :position)
                        order by time, source, position limit :limit
                        """)
                .param("dr", dr)
                .param("time", OffsetDateTime.ofInstant(from.at(), ZoneOffset.UTC))
                .param("source", from.source())
                .param("position", from.position())
                .param("limit", limit)
                .query(this::happening)
                .list();
    }

    private Happening happening(ResultSet row, int index) throws SQLException {
        var event = recorded.read(row.getString("envelope"));
        var envelope = event.envelope();
        var message = event.message();
        return new Happening(
                envelope.time(),
                envelope.authId(),
                envelope.onBehalfOf(),
                message == null
                        ? "Something that this version does not understand: " + envelope.type()
                        : Sentences.of(message),
                envelope.type(),
                envelope.source(),
                envelope.position());
    }
}
