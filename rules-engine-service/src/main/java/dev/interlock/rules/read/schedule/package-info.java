/** When deployments are closed or open, for people to look ahead. */
@NullMarked
package dev.interlock.rules.read.schedule;

import org.jspecify.annotations.NullMarked;
