/** Tells the author of a deployment request what became of it. */
@NullMarked
package dev.interlock.notification.automation.whendecidedthentellauthor;

import org.jspecify.annotations.NullMarked;
