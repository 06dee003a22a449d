package dev.interlock.rules.read.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Walks one source's rows in order and remembers the first that does not fit. */
final class ChainWalk {

    private final JsonMapper json = JsonMapper.builder().build();
    private long position;
    private long rows;
    private String hash = AuditChain.START;
    private String sourceHash = AuditChain.START;
    private @Nullable Long brokenAt;

    void row(ResultSet row) throws SQLException {
        if (brokenAt != null) {
            return;
        }
        long next = row.getLong("position");
        var envelope = row.getString("envelope");
        boolean follows =
                row.getLong("previous_position") == position
                        && row.getString("previous_hash").equals(hash);
        boolean unchanged = AuditChain.next(hash, next, envelope).equals(row.getString("hash"));
        if (!follows || !unchanged || !columnsAgree(row, json.readTree(envelope))) {
            brokenAt = next;
            return;
        }
        position = next;
        rows++;
        hash = row.getString("hash");
        sourceHash = row.getString("source_hash");
    }

    /** The columns people search by must say what the hashed envelope says. */
    private static boolean columnsAgree(ResultSet row, JsonNode envelope) throws SQLException {
        return agrees(row, "event_id", envelope.path("id"))
                && agrees(row, "type", envelope.path("type"))
                && agrees(row, "subject", envelope.path("subject"))
                && agrees(row, "actor", envelope.path("auth_id"))
                && agrees(row, "channel", envelope.path("channel"))
                && agrees(row, "source_hash", envelope.path("chain_hash"))
                && row.getObject("time", java.time.OffsetDateTime.class)
                        .toInstant()
                        .equals(java.time.Instant.parse(envelope.path("time").asString()));
    }

    private static boolean agrees(ResultSet row, String column, JsonNode value)
            throws SQLException {
        return value.asString().equals(row.getString(column));
    }

    void end(AuditLog.Head head) {
        if (brokenAt == null && (head.position() != position || !head.hash().equals(hash))) {
            brokenAt = position + 1;
        }
    }

    long position() {
        return position;
    }

    long rows() {
        return rows;
    }

    String hash() {
        return hash;
    }

    String sourceHash() {
        return sourceHash;
    }

    @Nullable Long brokenAt() {
        return brokenAt;
    }
}
