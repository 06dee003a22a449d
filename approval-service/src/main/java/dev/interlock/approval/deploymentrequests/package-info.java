/**
 * The one thing this service asks of another: what a deployment request is now, told by its owner.
 */
@NullMarked
package dev.interlock.approval.deploymentrequests;

import org.jspecify.annotations.NullMarked;
