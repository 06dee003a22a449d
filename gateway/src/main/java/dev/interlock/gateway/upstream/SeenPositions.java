package dev.interlock.gateway.upstream;

import dev.interlock.edge.Positions;
import dev.interlock.edge.Problem;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The newest position of each source that any answer through this gateway has named. Whoever got an
 * answer to a write sees that write at the gate, because these go along with every question put to
 * it. Only answers of services count, never what a client says.
 */
@Component
public final class SeenPositions {

    private static final Logger LOG = LoggerFactory.getLogger(SeenPositions.class);

    private record Seen(Map<String, Long> positions, String header) {}

    private final AtomicReference<Seen> seen = new AtomicReference<>(new Seen(Map.of(), ""));

    /** Takes note of an answer's header; null is none. */
    public void remember(@Nullable String header) {
        if (header == null || header.isEmpty()) {
            return;
        }
        try {
            remember(Positions.parse(header));
        } catch (Problem e) {
            LOG.error("a service names positions that cannot be read: {}", header);
        }
    }

    public void remember(Map<String, Long> positions) {
        Seen before = seen.get();
        while (isNews(positions, before.positions)) {
            var merged = Positions.newest(before.positions, positions);
            var after = new Seen(merged, Positions.format(merged));
            if (seen.compareAndSet(before, after)) {
                return;
            }
            before = seen.get();
        }
    }

    private static boolean isNews(Map<String, Long> positions, Map<String, Long> known) {
        return positions.entrySet().stream()
                .anyMatch(e -> e.getValue() > known.getOrDefault(e.getKey(), -1L));
    }

    /** What a question to the gate must have seen: ours, and what the caller asks besides. */
    public String atLeast(@Nullable String asked) {
        Seen now = seen.get();
        return asked == null || asked.isBlank()
                ? now.header
                : Positions.format(Positions.newest(now.positions, Positions.parse(asked)));
    }
}
