/** Write a new rule. */
@NullMarked
package dev.interlock.rules.write.createrule;

import org.jspecify.annotations.NullMarked;
