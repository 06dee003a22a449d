package dev.interlock.rules.write.changerule;

import dev.interlock.rules.domain.RuleContents;
import org.jspecify.annotations.Nullable;

/**
 * @param expected the version the caller has seen; null = whatever is current
 */
record ChangeRule(String id, RuleContents contents, @Nullable Integer expected) {}
