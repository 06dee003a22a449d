/** What happened to a deployment request, in sentences. */
@NullMarked
package dev.interlock.rules.read.history;

import org.jspecify.annotations.NullMarked;
