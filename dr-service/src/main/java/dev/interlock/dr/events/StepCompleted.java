package dev.interlock.dr.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step was done.
 *
 * @param by opaque id of who says so
 * @param at by our clock
 */
public record StepCompleted(
        String dr,
        String step,
        String by,
        Instant at,
        @Nullable String comment,
        List<Evidence> evidence)
        implements RequestEvent {

    public record Evidence(String url, @Nullable String title) {}
}
