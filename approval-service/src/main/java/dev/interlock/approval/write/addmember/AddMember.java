package dev.interlock.approval.write.addmember;

import org.jspecify.annotations.Nullable;

/**
 * @param by the person who does it; null for a machine
 */
record AddMember(String group, String person, @Nullable String by) {}
