package dev.interlock.approval.write.removemember;

import org.jspecify.annotations.Nullable;

/**
 * @param by the person who does it; null for a machine
 */
record RemoveMember(String group, String person, @Nullable String by) {}
