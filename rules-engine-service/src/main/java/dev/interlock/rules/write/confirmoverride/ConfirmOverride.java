package dev.interlock.rules.write.confirmoverride;

/**
 * @param reviewDue has the person broken the glass before, and nobody closed the review?
 * @param by opaque id of who sends it
 */
record ConfirmOverride(String id, boolean reviewDue, String by) {}
