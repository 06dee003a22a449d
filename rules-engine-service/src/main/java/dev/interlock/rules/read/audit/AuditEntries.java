package dev.interlock.rules.read.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the log as people ask for it. */
@Component
final class AuditEntries {

    /**
     * @param actor opaque id of who did it
     * @param hash of this log's own chain at this row
     * @param data the event's payload
     */
    record Entry(
            String source,
            long position,
            String id,
            String type,
            int version,
            String subject,
            Instant time,
            String actor,
            String authType,
            String actorKind,
            String channel,
            @Nullable String onBehalfOf,
            @Nullable String correlationId,
            @Nullable String causationId,
            String sourceHash,
            String hash,
            JsonNode data) {}

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    AuditEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Entry> find(AuditQuery query) {
        var where = new StringBuilder("where true");
        var parameters = new ArrayList<Object>();
        equal(where, parameters, "source", query.source());
        equal(where, parameters, "type", query.type());
        equal(where, parameters, "subject", query.subject());
        equal(where, parameters, "actor", query.actor());
        limit(where, parameters, "time >= ?", query.from());
        limit(where, parameters, "time < ?", query.to());
        var after = query.after();
        if (after != null) {
            where.append(" and (time, source, position) ")
                    .append(query.newestFirst() ? "<" : ">")
                    .append(" (?, ?, ?)");
            parameters.add(utc(after.time()));
            parameters.add(after.source());
            parameters.add(after.position());
        }
        var way = query.newestFirst() ? " desc" : "";
        parameters.add(query.limit());
        return jdbc.sql(
                        "select * from audit_log %s order by time%s, source%s, position%s limit ?"
                                .formatted(where, way, way, way))
                .params(parameters)
                .query(
                        (row, index) ->
                                new Entry(
                                        row.getString("source"),
                                        row.getLong("position"),
                                        row.getString("event_id"),
                                        row.getString("type"),
                                        row.getInt("version"),
                                        row.getString("subject"),
                                        row.getObject("time", OffsetDateTime.class).toInstant(),
                                        row.getString("actor"),
                                        row.getString("auth_type"),
                                        row.getString("actor_kind"),
                                        row.getString("channel"),
                                        row.getString("on_behalf_of"),
                                        row.getString("correlation_id"),
                                        row.getString("causation_id"),
                                        row.getString("source_hash"),
                                        row.getString("hash"),
                                        json.readTree(row.getString("envelope")).path("data")))
                .list();
    }

    private static void equal(
            StringBuilder where, List<Object> parameters, String column, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            where.append(" and ").append(column).append(" = ?");
            parameters.add(value);
        }
    }

    private static void limit(
            StringBuilder where, List<Object> parameters, String sql, @Nullable Instant time) {
        if (time != null) {
            where.append(" and ").append(sql);
            parameters.add(utc(time));
        }
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
