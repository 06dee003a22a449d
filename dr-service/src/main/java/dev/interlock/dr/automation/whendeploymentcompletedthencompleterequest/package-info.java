/** A deployment request whose every item runs in every target is done. */
@NullMarked
package dev.interlock.dr.automation.whendeploymentcompletedthencompleterequest;

import org.jspecify.annotations.NullMarked;
