package dev.interlock.edge;

import dev.interlock.contracts.Sources;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far each source's event store has come, as said in HTTP headers: {@code dr=12,approval=3}. An
 * answer to a write says {@link #HEADER}; a reader who must see that write asks {@link #AT_LEAST}.
 */
public final class Positions {

    public static final String HEADER = "Interlock-Position";
    public static final String AT_LEAST = "Interlock-At-Least";

    private static final int LONGEST = 512;

    private Positions() {}

    /** Header value for one source. */
    public static String of(String source, long position) {
        return source + "=" + position;
    }

    /** Header value, sources in alphabetical order; empty for no positions. */
    public static String format(Map<String, Long> positions) {
        return new TreeMap<>(positions)
                .entrySet().stream()
                        .map(e -> of(e.getKey(), e.getValue()))
                        .collect(Collectors.joining(","));
    }

    /**
     * Reads a header value; null or empty is no positions.
     *
     * @throws Problem 400 {@code MALFORMED_HEADER} for anything else than {@code source=number}
     *     pairs of known sources: ignoring it could serve an answer older than the caller has asked
     *     for
     */
    public static Map<String, Long> parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Map.of();
        }
        if (header.length() > LONGEST) {
            throw malformed();
        }
        var positions = new HashMap<String, Long>();
        for (String pair : header.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals <= 0 || !Sources.ALL.contains(pair.substring(0, equals).strip())) {
                throw malformed();
            }
            try {
                long position = Long.parseLong(pair.substring(equals + 1).strip());
                if (position < 0) {
                    throw malformed();
                }
                positions.merge(pair.substring(0, equals).strip(), position, Math::max);
            } catch (NumberFormatException e) {
                throw malformed();
            }
        }
        return positions;
    }

    /** The newer of both for each source. */
    public static Map<String, Long> newest(Map<String, Long> a, Map<String, Long> b) {
        var merged = new HashMap<>(a);
        b.forEach(
                (source, position) ->
                        merged.merge(source, Objects.requireNonNull(position), Math::max));
        return merged;
    }

    private static Problem malformed() {
        return Problem.of(
                400,
                "MALFORMED_HEADER",
                "expected positions as source=number, separated by commas, of the sources "
                        + String.join(", ", Sources.ALL));
    }
}
