package dev.interlock.rules.read.audit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows in PostgreSQL's text format of COPY, in the order of the table's columns. */
final class CopyText {

    private CopyText() {}

    static void append(StringBuilder to, AuditRecord r, String previousHash, String hash) {
        @Nullable Object[] columns = {
            r.source(),
            r.position(),
            r.previousPosition(),
            r.eventId(),
            r.type(),
            r.version(),
            r.subject(),
            r.time(),
            r.authType(),
            r.actor(),
            r.actorKind(),
            r.channel(),
            r.onBehalfOf(),
            r.correlationId(),
            r.causationId(),
            r.sourceHash(),
            r.envelope(),
            previousHash,
            hash
        };
        for (int i = 0; i < columns.length; i++) {
            to.append(i == 0 ? "" : "\t");
            if (columns[i] == null) {
                to.append("\\N");
            } else {
                escaped(to, Objects.requireNonNull(columns[i]).toString());
            }
        }
        to.append('\n');
    }

    private static void escaped(StringBuilder to, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> to.append("\\\\");
                case '\t' -> to.append("\\t");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                default -> to.append(c);
            }
        }
    }
}
