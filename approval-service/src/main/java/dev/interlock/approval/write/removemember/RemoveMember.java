package dev.interlock.approval.write.removemember;

import java.util.Set;

/**
 * @param by who does it; nobody for the service itself
 */
record RemoveMember(String group, String person, Set<String> by) {}
