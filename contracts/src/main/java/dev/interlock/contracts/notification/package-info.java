/** Messages of the source {@code notification}: what was put into whose inbox. */
@NullMarked
package dev.interlock.contracts.notification;

import org.jspecify.annotations.NullMarked;
