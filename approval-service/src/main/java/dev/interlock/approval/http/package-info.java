/**
 * Between a controller and the command bus: the body that approving and rejecting share, commands
 * sent in the caller's name, answers that say their position.
 */
@NullMarked
package dev.interlock.approval.http;

import org.jspecify.annotations.NullMarked;
