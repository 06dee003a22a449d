/** Pure tests of the decision. */
@NullMarked
package dev.interlock.notification.write.readnotification;

import org.jspecify.annotations.NullMarked;
