package dev.interlock.eventstore;

import dev.interlock.contracts.Head;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads events by position. Positions have no gaps and become visible in their order, so {@code
 * after(last, limit)} never skips an event.
 */
public final class EventReader {

    private static final int PAGE = 1_000;
    private static final String COLUMNS =
            """
            SELECT position, id::text AS id, entity_type, entity_id, sequence, time, name, version,
                   payload::text AS payload, metadata::text AS metadata,
                   encode(previous_hash, 'hex') AS previous_hash, encode(hash, 'hex') AS hash
            FROM event
            """;

    private final JdbcClient jdbc;
    private final EventCatalogue catalogue;

    EventReader(JdbcClient jdbc, EventCatalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    /** Events with a position above {@code position}, in order; empty if there are none yet. */
    public List<StoredEvent> after(long position, int limit) {
        return jdbc.sql(COLUMNS + "WHERE position > ? ORDER BY position LIMIT ?")
                .params(position, limit)
                .query(EventReader::row)
                .list();
    }

    /** Events with a position of at most {@code position}, newest first. */
    public List<StoredEvent> downFrom(long position, int limit) {
        return jdbc.sql(COLUMNS + "WHERE position <= ? ORDER BY position DESC LIMIT ?")
                .params(position, limit)
                .query(EventReader::row)
                .list();
    }

    /** The stream of one entity from {@code sequence} on; empty if it is unknown. */
    public List<StoredEvent> ofEntity(String type, String id, long sequence) {
        return jdbc.sql(
                        COLUMNS
                                + "WHERE entity_type = ? AND entity_id = ? AND sequence >= ?"
                                + " ORDER BY sequence")
                .params(type, id, sequence)
                .query(EventReader::row)
                .list();
    }

    public List<StoredEvent> ofEntity(String type, String id) {
        return ofEntity(type, id, 0);
    }

    /** The position of its newest event; 0 if it is unknown. */
    public long lastOfEntity(String type, String id) {
        return jdbc.sql(
                        "SELECT position FROM event WHERE entity_type = ? AND entity_id = ?"
                                + " ORDER BY sequence DESC LIMIT 1")
                .params(type, id)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /**
     * Whether any event of one of these stored names was appended after the position. Within a
     * transaction the answer stays true until its end: nobody else appends meanwhile.
     */
    public boolean hasAnyAfter(long position, Collection<String> names) {
        jdbc.sql("SELECT lock_appends()").query((row, _) -> "").single();
        return jdbc.sql("SELECT EXISTS (SELECT FROM event WHERE position > ? AND name = ANY (?))")
                .params(position, names.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /**
     * @throws UnknownEvent if this build has no class for it
     */
    public Object decode(StoredEvent event) {
        return catalogue.decode(event);
    }

    /** The newest committed event; position 0 and 64 zeros for an empty store. */
    public Head head() {
        return jdbc.sql(
                        "SELECT position, encode(hash, 'hex') AS hash FROM event"
                                + " ORDER BY position DESC LIMIT 1")
                .query((r, i) -> new Head(source(), r.getLong(1), r.getString(2)))
                .optional()
                .orElseGet(() -> new Head(source(), 0, HashChain.START));
    }

    public String source() {
        return catalogue.source();
    }

    /** Recomputes the whole chain; reads every event. */
    public ChainVerification verify() {
        return verify(new Head(source(), 0, HashChain.START));
    }

    /**
     * Recomputes the whole chain and checks that it still passes through a head seen before: the
     * proof that nothing was cut off at the end or rewritten since then.
     */
    public ChainVerification verify(Head remembered) {
        long position = 0;
        String hash = HashChain.START;
        while (true) {
            List<StoredEvent> page = after(position, PAGE);
            if (page.isEmpty()) {
                return position < remembered.position()
                        ? new ChainVerification(source(), position, hash, false, position + 1)
                        : new ChainVerification(source(), position, hash, true, null);
            }
            for (StoredEvent event : page) {
                boolean follows =
                        event.position() == position + 1 && event.previousHash().equals(hash);
                boolean unchanged = HashChain.hashOf(event).equals(event.hash());
                boolean asRemembered =
                        event.position() != remembered.position()
                                || event.hash().equals(remembered.chainHash());
                if (!follows || !unchanged || !asRemembered) {
                    return new ChainVerification(source(), position, hash, false, position + 1);
                }
                position = event.position();
                hash = event.hash();
            }
        }
    }

    private static StoredEvent row(ResultSet r, int index) throws SQLException {
        return new StoredEvent(
                r.getLong("position"),
                r.getString("id"),
                r.getString("entity_type"),
                r.getString("entity_id"),
                r.getLong("sequence"),
                r.getObject("time", OffsetDateTime.class).toInstant(),
                r.getString("name"),
                r.getInt("version"),
                r.getString("payload"),
                r.getString("metadata"),
                r.getString("previous_hash"),
                r.getString("hash"));
    }
}
