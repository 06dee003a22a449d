package dev.interlock.approval.read.requestapprovals;

/**
 * @param name for display only
 */
record PersonName(String id, String name) {}
