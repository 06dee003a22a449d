package dev.interlock.rules.read.audit;

import dev.interlock.edge.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a page of the log begins: after this row, in the order of (time, source, position). */
record AuditPage(Instant time, String source, long position) {

    String cursor() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        (time + " " + source + " " + position).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @throws Problem 422 for what no page gave out
     */
    static @Nullable AuditPage of(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            var parts =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8)
                            .split(" ", 3);
            if (parts.length == 3) {
                return new AuditPage(Instant.parse(parts[0]), parts[1], Long.parseLong(parts[2]));
            }
        } catch (IllegalArgumentException | DateTimeException malformed) {
            // answered below
        }
        throw Problem.invalid("?cursor", "is not one that a page gave out");
    }
}
