package dev.interlock.approval.write.grantrole;

import org.jspecify.annotations.Nullable;

/**
 * @param granter the person who grants; null for the service itself
 */
record GrantRole(String person, String role, @Nullable String granter) {}
