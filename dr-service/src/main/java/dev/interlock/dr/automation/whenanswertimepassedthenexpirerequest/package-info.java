/**
 * A deployment request that is not answered in time expires, even if nobody looks at it. Who has
 * answered is approval-service's to say; when it is asked, and what is done with its answer, is
 * decided here.
 */
@NullMarked
package dev.interlock.dr.automation.whenanswertimepassedthenexpirerequest;

import org.jspecify.annotations.NullMarked;
