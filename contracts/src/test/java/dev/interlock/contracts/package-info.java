/** What is promised about messages, checked. */
@NullMarked
package dev.interlock.contracts;

import org.jspecify.annotations.NullMarked;
