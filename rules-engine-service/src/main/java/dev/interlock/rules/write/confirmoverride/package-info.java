/** A second person stands for an override. */
@NullMarked
package dev.interlock.rules.write.confirmoverride;

import org.jspecify.annotations.NullMarked;
