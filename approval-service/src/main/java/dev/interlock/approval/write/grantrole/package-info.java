/** Give a person a role; nobody their own. */
@NullMarked
package dev.interlock.approval.write.grantrole;

import org.jspecify.annotations.NullMarked;
