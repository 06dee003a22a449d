/**
 * From a token's hash to an identity: who it is and what they may. Holds the one table from roles
 * and actions to permissions.
 */
@NullMarked
package dev.interlock.approval.read.identity;

import org.jspecify.annotations.NullMarked;
