/** Deployments and refused attempts, kept with the events. */
@NullMarked
package dev.interlock.dr.read.deployments;

import org.jspecify.annotations.NullMarked;
