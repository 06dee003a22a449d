package dev.interlock.approval.write.revokerole;

import java.util.Set;

/**
 * @param grant the role for one that holds everywhere, else the grant's id
 * @param by the persons who may be behind it
 */
record RevokeRole(String person, String grant, Set<String> by) {}
