/** A notification's life, and the answers of a decision. */
@NullMarked
package dev.interlock.notification.domain;

import org.jspecify.annotations.NullMarked;
