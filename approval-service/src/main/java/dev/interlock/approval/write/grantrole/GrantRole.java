package dev.interlock.approval.write.grantrole;

import dev.interlock.approval.domain.RoleScope;
import java.util.Set;

/**
 * @param grant what the grant is called if it does not hold everywhere
 * @param by the persons who may be behind it
 */
record GrantRole(String person, String grant, String role, RoleScope scope, Set<String> by) {}
