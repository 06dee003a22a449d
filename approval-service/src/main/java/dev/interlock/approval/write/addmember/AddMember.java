package dev.interlock.approval.write.addmember;

import java.util.Set;

/**
 * @param by the persons who may be behind it
 */
record AddMember(String group, String person, Set<String> by) {}
