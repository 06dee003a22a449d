package dev.interlock.dr.events;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment request says beside its contents. Approvals do not bind to it.
 *
 * @param releaseNotes Markdown; null = none
 * @param plannedAt when its author means to deploy; null if not said
 * @param labels by name, and in the order of names
 * @param requestExpiresAt until when its required slots must be filled (exclusive); null = for ever
 */
public record Notes(
        @Nullable String releaseNotes,
        List<Link> links,
        @Nullable Instant plannedAt,
        Map<String, String> labels,
        @Nullable Instant requestExpiresAt) {

    public static final Notes NONE = new Notes(null, List.of(), null, Map.of(), null);

    public Notes {
        links = List.copyOf(links);
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }

    /**
     * @param kind for example {@code ticket} or {@code incident}
     */
    public record Link(String kind, String url, @Nullable String title) {}
}
