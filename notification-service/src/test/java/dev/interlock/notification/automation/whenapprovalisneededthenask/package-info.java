/** Pure tests of who is asked. */
@NullMarked
package dev.interlock.notification.automation.whenapprovalisneededthenask;

import org.jspecify.annotations.NullMarked;
