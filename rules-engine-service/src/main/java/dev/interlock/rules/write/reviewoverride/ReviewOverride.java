package dev.interlock.rules.write.reviewoverride;

/**
 * @param by opaque id of who sends it
 */
record ReviewOverride(String id, String comment, String by) {}
