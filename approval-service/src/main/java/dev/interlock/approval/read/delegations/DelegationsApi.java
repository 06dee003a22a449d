package dev.interlock.approval.read.delegations;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class DelegationsApi {

    /** One more than the page holds tells whether there is another. */
    private static final String NEWEST_FIRST =
            "SELECT * FROM delegation WHERE position < ? ORDER BY position DESC LIMIT ?";

    /**
     * @param endsAt no longer then: half-open
     * @param environments empty = all; likewise products and types
     * @param endedAt when it was ended before its time; null if it was not
     * @param active does it hold now?
     */
    record Listed(
            String id,
            String from,
            String to,
            Instant startsAt,
            Instant endsAt,
            List<String> environments,
            List<String> products,
            List<String> types,
            String reason,
            @Nullable Instant endedAt,
            boolean active) {}

    private record Row(long position, Listed listed) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    DelegationsApi(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @GetMapping("/v1/delegations")
    ResponseEntity<?> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.READ);
        var window = Page.Window.of(limit, cursor);
        var now = clock.instant();
        var rows =
                jdbc.sql(NEWEST_FIRST)
                        .params(window.before(), window.limit() + 1)
                        .query((r, _) -> row(r, now))
                        .list();
        var page = Page.answer(rows, window, Row::position);
        var body = page.getBody();
        return body == null
                ? page
                : ResponseEntity.status(page.getStatusCode())
                        .headers(page.getHeaders())
                        .body(
                                new Page<>(
                                        body.items().stream().map(Row::listed).toList(),
                                        body.nextCursor()));
    }

    private static Row row(ResultSet r, Instant now) throws SQLException {
        var starts = instant(r, "starts_at");
        var ends = instant(r, "ends_at");
        var endedEarly = r.getObject("ended_at", OffsetDateTime.class);
        return new Row(
                r.getLong("position"),
                new Listed(
                        r.getString("delegation"),
                        r.getString("delegator"),
                        r.getString("delegate"),
                        starts,
                        ends,
                        strings(r, "environments"),
                        strings(r, "products"),
                        strings(r, "types"),
                        r.getString("reason"),
                        endedEarly == null ? null : endedEarly.toInstant(),
                        endedEarly == null && !now.isBefore(starts) && now.isBefore(ends)));
    }

    private static Instant instant(ResultSet r, String column) throws SQLException {
        return r.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<String> strings(ResultSet r, String column) throws SQLException {
        return List.of((String[]) r.getArray(column).getArray());
    }
}
