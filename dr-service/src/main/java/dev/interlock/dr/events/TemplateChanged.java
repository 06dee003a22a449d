package dev.interlock.dr.events;

import java.time.Instant;

/**
 * A template has a further version. What was made from earlier ones stays as it is.
 *
 * @param version at least 2
 * @param editor opaque id of a person, or of a key where no person acted
 * @param changedAt by our clock
 */
public record TemplateChanged(
        String template, int version, String editor, Outline outline, Instant changedAt)
        implements TemplateEvent {}
