/** Those whose approval was gone without hear of it, and those who may review it are asked to. */
@NullMarked
package dev.interlock.notification.automation.whenoverrideisusedthentell;

import org.jspecify.annotations.NullMarked;
