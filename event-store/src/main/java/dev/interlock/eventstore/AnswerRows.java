package dev.interlock.eventstore;

import dev.interlock.edge.idempotency.AnswerStore.Known;
import dev.interlock.edge.idempotency.KeyedRequest;
import dev.interlock.edge.idempotency.StoredAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code idempotent_request}. */
final class AnswerRows {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
    private static final int MOST_FORGOTTEN = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    AnswerRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Known> find(KeyedRequest request) {
        return jdbc.sql(
                        """
                        SELECT fingerprint, status, headers, body FROM idempotent_request
                        WHERE principal = ? AND idempotency_key = ? AND created_at > ?
                        """)
                .params(request.principal(), request.key(), oldest())
                .query((row, _) -> known(row))
                .optional();
    }

    private static Known known(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        boolean refused = row.wasNull();
        return new Known(
                row.getString("fingerprint"),
                refused
                        ? null
                        : new StoredAnswer(
                                status,
                                JSON.readValue(row.getString("headers"), HEADERS),
                                row.getBytes("body")));
    }

    /** Until the end of the transaction; false if another one has it. */
    boolean lock(KeyedRequest request) {
        return jdbc.sql(
                        """
                        SELECT pg_try_advisory_xact_lock(
                            hashtextextended(?, 'idempotent_request'::regclass::oid::bigint))
                        """)
                .param(request.principal() + "\n" + request.key())
                .query(Boolean.class)
                .single();
    }

    /** The key stands for this request from now on, whatever it stood for before. */
    void put(KeyedRequest request, @Nullable StoredAnswer answer) {
        jdbc.sql(
                        """
                        INSERT INTO idempotent_request VALUES (?, ?, ?, ?, ?::jsonb, ?, ?)
                        ON CONFLICT (principal, idempotency_key) DO UPDATE
                        SET fingerprint = excluded.fingerprint, status = excluded.status,
                            headers = excluded.headers, body = excluded.body,
                            created_at = excluded.created_at
                        """)
                .params(request.principal(), request.key(), request.fingerprint())
                .param(answer == null ? null : answer.status())
                .param(answer == null ? null : JSON.writeValueAsString(answer.headers()))
                .param(answer == null ? null : answer.body())
                .param(utc(clock.instant()))
                .update();
    }

    /**
     * Deletes some of what is too old; in small portions, so that nobody waits for it.
     *
     * @return whether there may be more
     */
    boolean forgetSome() {
        int deleted =
                jdbc.sql(
                                """
                                DELETE FROM idempotent_request WHERE ctid = ANY (ARRAY(
                                    SELECT ctid FROM idempotent_request WHERE created_at <= ?
                                    ORDER BY created_at LIMIT ? FOR UPDATE SKIP LOCKED))
                                """)
                        .params(oldest(), MOST_FORGOTTEN)
                        .update();
        return deleted == MOST_FORGOTTEN;
    }

    private OffsetDateTime oldest() {
        return utc(clock.instant().minus(KeyedRequest.KEPT));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
