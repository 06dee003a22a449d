package dev.interlock.approval.write.enddelegation;

import org.jspecify.annotations.Nullable;

/**
 * @param by the person behind the call; null for a machine
 */
record EndDelegation(String delegation, @Nullable String by, String actorKind) {}
