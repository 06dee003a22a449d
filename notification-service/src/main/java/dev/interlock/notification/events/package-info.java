/** What happened to notifications, as it is stored. */
@NullMarked
package dev.interlock.notification.events;

import org.jspecify.annotations.NullMarked;
