package dev.interlock.approval.events;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who can act. Name and address are stored here and published nowhere.
 *
 * @param email folded to lower case; null if not told
 */
public record PersonRegistered(String person, String name, @Nullable String email)
        implements PersonEvent {}
