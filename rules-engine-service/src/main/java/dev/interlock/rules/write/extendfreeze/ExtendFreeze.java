package dev.interlock.rules.write.extendfreeze;

import java.time.Instant;

/**
 * @param by opaque id of who sends it
 */
record ExtendFreeze(String id, Instant expiresAt, String reason, String by) {}
