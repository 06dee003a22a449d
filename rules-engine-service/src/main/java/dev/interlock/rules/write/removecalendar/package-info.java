/** Take a calendar away that no rule names. */
@NullMarked
package dev.interlock.rules.write.removecalendar;

import org.jspecify.annotations.NullMarked;
