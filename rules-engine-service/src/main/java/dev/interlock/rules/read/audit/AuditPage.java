package dev.interlock.rules.read.audit;

import dev.interlock.edge.Cursor;
import dev.interlock.edge.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a page of the log begins: after this row, in the order of (time, source, position). */
record AuditPage(Instant time, String source, long position) {

    static AuditPage behind(AuditEntries.Entry entry) {
        return new AuditPage(entry.time(), entry.source(), entry.position());
    }

    String cursor() {
        return Cursor.of(time.toString(), source, Long.toString(position));
    }

    /**
     * @throws Problem 422 for what no page gave out
     */
    static @Nullable AuditPage of(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        var parts = Cursor.parts(cursor, 3);
        try {
            return new AuditPage(
                    Instant.parse(parts.get(0)), parts.get(1), Cursor.number(parts.get(2)));
        } catch (DateTimeException malformed) {
            throw Cursor.unknown();
        }
    }
}
