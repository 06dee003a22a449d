/** Let a person sign in again, with the roles and tokens they had. */
@NullMarked
package dev.interlock.approval.write.reactivateperson;

import org.jspecify.annotations.NullMarked;
