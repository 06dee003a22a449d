/** The author of an older deployment request is asked whether it is still needed. */
@NullMarked
package dev.interlock.notification.automation.whensupersededthenaskauthor;

import org.jspecify.annotations.NullMarked;
