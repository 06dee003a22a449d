package dev.interlock.dr;

import static dev.interlock.dr.Decisions.NOW;

import dev.interlock.dr.events.Report;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reports of pipelines as tests need them. */
public final class Reports {

    private Reports() {}

    /** An attempt of one named run. */
    public static Report attempt(int attempt) {
        return of("run-1", attempt, NOW);
    }

    /** An attempt of a named run; equal attempts have equal keys. */
    public static Report of(String run, int attempt, Instant at) {
        return of(run, run + "#" + attempt, null, attempt, at);
    }

    /** A report that names no run: its key is good for two minutes. */
    public static Report nameless(Instant at) {
        return of(null, "body", 120, null, at);
    }

    private static Report of(
            @Nullable String run,
            String key,
            @Nullable Integer seconds,
            @Nullable Integer attempt,
            Instant at) {
        return new Report(
                "github", "7", null, null, null, null, null, run, key, seconds, run, attempt, "ann",
                null, null, null, false, null, at);
    }
}
