package dev.interlock.approval.write.revokerole;

import java.util.Set;

/**
 * @param grant the role for one that holds everywhere, else the grant's id
 * @param by who does it; nobody for the service itself
 */
record RevokeRole(String person, String grant, Set<String> by) {}
