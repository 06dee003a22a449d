package dev.interlock.rules.read.history;

import dev.interlock.edge.Cursor;
import dev.interlock.edge.Instants;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param at when its owner recorded it
 * @param by opaque id of who did it
 * @param onBehalfOf opaque id of whom they stood for; null if nobody
 * @param event its type
 */
record Happening(
        Instant at,
        String by,
        @Nullable String onBehalfOf,
        String sentence,
        String event,
        String source,
        long position) {

    /** In the order of a history. */
    record Key(Instant at, String source, long position) {}

    String cursor() {
        return Cursor.of(at.toString(), source, Long.toString(position));
    }

    /**
     * @throws dev.interlock.edge.Problem 422 for what no page gave out
     */
    static Key key(String cursor) {
        var parts = Cursor.parts(cursor, 3);
        return new Key(
                Instants.parse(parts.get(0)).orElseThrow(Cursor::unknown),
                parts.get(1),
                Cursor.number(parts.get(2)));
    }
}
