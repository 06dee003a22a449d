/**
 * Tells people what concerns them, once: who can act now is asked, and authors hear of each result.
 *
 * <p>Owns the inboxes. Knows of deployment requests and people only what it is told.
 */
@NullMarked
package dev.interlock.notification;

import org.jspecify.annotations.NullMarked;
