/** Sign off a version, whatever deployment request ships it. */
@NullMarked
package dev.interlock.approval.write.approveversion;

import org.jspecify.annotations.NullMarked;
