package dev.interlock.approval.write.removemember;

import java.util.Set;

/**
 * @param by the persons who may be behind it
 */
record RemoveMember(String group, String person, Set<String> by) {}
