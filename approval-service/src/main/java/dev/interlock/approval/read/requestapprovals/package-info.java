/**
 * All decisions on one deployment request: which count, which do not and why, what is missing and
 * who can help.
 */
@NullMarked
package dev.interlock.approval.read.requestapprovals;

import org.jspecify.annotations.NullMarked;
