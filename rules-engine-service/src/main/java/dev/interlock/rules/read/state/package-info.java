/** What runs where, now and at any past instant. */
@NullMarked
package dev.interlock.rules.read.state;

import org.jspecify.annotations.NullMarked;
