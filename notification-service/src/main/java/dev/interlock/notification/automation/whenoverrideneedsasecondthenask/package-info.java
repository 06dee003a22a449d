/** Those who may stand for an override that needs two people are asked to. */
@NullMarked
package dev.interlock.notification.automation.whenoverrideneedsasecondthenask;

import org.jspecify.annotations.NullMarked;
