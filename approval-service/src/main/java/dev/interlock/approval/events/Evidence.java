package dev.interlock.approval.events;

import org.jspecify.annotations.Nullable;

/**
 * Something to look at that a sign-off rests on.
 *
 * @param url absolute, http or https
 */
public record Evidence(String url, @Nullable String title) {}
