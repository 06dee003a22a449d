package dev.interlock.approval.write.reactivateperson;

import java.util.Set;

/**
 * @param by the persons who may be behind it
 */
record ReactivatePerson(String person, Set<String> by) {}
