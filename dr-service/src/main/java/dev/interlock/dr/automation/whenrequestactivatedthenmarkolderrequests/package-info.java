/** Whoever has an older deployment request hears of a newer one that ships something else there. */
@NullMarked
package dev.interlock.dr.automation.whenrequestactivatedthenmarkolderrequests;

import org.jspecify.annotations.NullMarked;
