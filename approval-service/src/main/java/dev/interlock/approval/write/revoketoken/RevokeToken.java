package dev.interlock.approval.write.revoketoken;

import org.jspecify.annotations.Nullable;

/**
 * @param revoker the person who revokes; null for a machine
 * @param anyTokens may the caller revoke tokens of others, and service keys?
 */
record RevokeToken(String token, @Nullable String revoker, boolean anyTokens) {}
