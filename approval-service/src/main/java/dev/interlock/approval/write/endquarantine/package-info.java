/** End a quarantine before its time. */
@NullMarked
package dev.interlock.approval.write.endquarantine;

import org.jspecify.annotations.NullMarked;
