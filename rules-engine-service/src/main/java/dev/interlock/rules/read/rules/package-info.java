/** Rules as people read them, with all their versions. */
@NullMarked
package dev.interlock.rules.read.rules;

import org.jspecify.annotations.NullMarked;
