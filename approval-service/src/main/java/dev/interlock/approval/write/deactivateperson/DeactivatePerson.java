package dev.interlock.approval.write.deactivateperson;

import java.util.Set;

/**
 * @param by who does it; nobody for the service itself
 */
record DeactivatePerson(String person, Set<String> by) {}
