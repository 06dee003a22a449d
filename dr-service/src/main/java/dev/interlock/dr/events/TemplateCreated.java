package dev.interlock.dr.events;

import java.time.Instant;

/**
 * A template was made, in its version 1.
 *
 * @param author opaque id of a person, or of a key where no person acted
 * @param createdAt by our clock
 */
public record TemplateCreated(String template, String author, Outline outline, Instant createdAt)
        implements TemplateEvent {}
