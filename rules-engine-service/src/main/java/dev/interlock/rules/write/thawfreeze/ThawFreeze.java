package dev.interlock.rules.write.thawfreeze;

/**
 * @param by opaque id of who sends it
 */
record ThawFreeze(String id, String reason, String by) {}
