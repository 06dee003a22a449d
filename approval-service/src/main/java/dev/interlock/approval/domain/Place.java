package dev.interlock.approval.domain;

import org.jspecify.annotations.Nullable;

/**
 * A product going to an environment.
 *
 * @param product folded name; null = it is not known which
 * @param environment folded name; null = it is not known which
 */
public record Place(@Nullable String product, @Nullable String environment) {}
