/** Asks everybody who can approve now, as soon as approvals are needed. */
@NullMarked
package dev.interlock.notification.automation.whenapprovalisneededthenask;

import org.jspecify.annotations.NullMarked;
