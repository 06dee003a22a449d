package dev.interlock.gateway.compat.versioner;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words pipelines use for five statuses; the same for builds and deployments. */
final class StatusWords {

    static final String STARTED = "started";

    private static final Map<String, String> CANONICAL =
            Stream.of(
                            words("pending", "queued", "scheduled"),
                            words(STARTED, "in_progress", "init", "deploying", "building"),
                            words(
                                    "completed",
                                    "success",
                                    "complete",
                                    "finished",
                                    "deployed",
                                    "built"),
                            words("failed", "fail", "failure", "error"),
                            words("aborted", "abort", "cancelled", "canceled", "cancel", "skipped"))
                    .flatMap(words -> words.entrySet().stream())
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private StatusWords() {}

    private static Map<String, String> words(String canonical, String... others) {
        return Stream.concat(Stream.of(canonical), Stream.of(others))
                .collect(Collectors.toMap(word -> word, word -> canonical));
    }

    /** Null for a word that is not known. Case and surrounding space do not matter. */
    static @Nullable String canonical(String word) {
        return CANONICAL.get(word.strip().toLowerCase(Locale.ROOT));
    }
}
