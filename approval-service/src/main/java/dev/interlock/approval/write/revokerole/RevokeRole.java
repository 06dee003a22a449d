package dev.interlock.approval.write.revokerole;

import org.jspecify.annotations.Nullable;

/**
 * @param revoker the person who revokes; null for the service itself
 */
record RevokeRole(String person, String role, @Nullable String revoker) {}
