/** A person has read an entry of the own inbox. */
@NullMarked
package dev.interlock.notification.write.readnotification;

import org.jspecify.annotations.NullMarked;
