/** The registered environments, kept with the events. */
@NullMarked
package dev.interlock.dr.read.environments;

import org.jspecify.annotations.NullMarked;
