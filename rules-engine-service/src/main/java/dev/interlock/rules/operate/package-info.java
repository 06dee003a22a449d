/** What an operator asks the projections: how far they are, and to start anew. */
@NullMarked
package dev.interlock.rules.operate;

import org.jspecify.annotations.NullMarked;
