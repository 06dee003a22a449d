/** Let a rejection on a veto slot take effect. */
@NullMarked
package dev.interlock.dr.write.rejectrequest;

import org.jspecify.annotations.NullMarked;
