/** Puts a notification into a person's inbox. */
@NullMarked
package dev.interlock.notification.write.queuenotification;

import org.jspecify.annotations.NullMarked;
