package dev.interlock.rules.write.withdrawoverride;

/**
 * @param by opaque id of who sends it
 */
record WithdrawOverride(String id, String reason, String by) {}
