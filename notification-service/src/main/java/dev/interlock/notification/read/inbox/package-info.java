/** The inbox as its owner sees it. */
@NullMarked
package dev.interlock.notification.read.inbox;

import org.jspecify.annotations.NullMarked;
