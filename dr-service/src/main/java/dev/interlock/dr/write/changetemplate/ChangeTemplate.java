package dev.interlock.dr.write.changetemplate;

import dev.interlock.dr.events.Outline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param expected the version the editor has seen; null = whichever it is
 */
public record ChangeTemplate(
        String template, String editor, @Nullable Integer expected, Outline outline, Instant now) {}
