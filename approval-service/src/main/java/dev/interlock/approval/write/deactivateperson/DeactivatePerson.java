package dev.interlock.approval.write.deactivateperson;

import java.util.Set;

/**
 * @param by the persons who may be behind it
 */
record DeactivatePerson(String person, Set<String> by) {}
