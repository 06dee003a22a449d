/** Which tokens there are and when they were last used; never a token or its hash. */
@NullMarked
package dev.interlock.approval.read.tokens;

import org.jspecify.annotations.NullMarked;
