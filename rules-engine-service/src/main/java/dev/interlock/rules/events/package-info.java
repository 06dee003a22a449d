/** What happened to rules and freezes. Primitives only; nothing here depends on anything. */
@NullMarked
package dev.interlock.rules.events;

import org.jspecify.annotations.NullMarked;
