/** Let another person decide for one, for a time. */
@NullMarked
package dev.interlock.approval.write.givedelegation;

import org.jspecify.annotations.NullMarked;
