/** The whole record of one version: what stands now, and every decision that was ever made. */
@NullMarked
package dev.interlock.approval.read.versionapprovals;

import org.jspecify.annotations.NullMarked;
