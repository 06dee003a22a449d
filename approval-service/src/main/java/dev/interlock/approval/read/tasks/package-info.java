/** What a person can decide now, over all open deployment requests. */
@NullMarked
package dev.interlock.approval.read.tasks;

import org.jspecify.annotations.NullMarked;
