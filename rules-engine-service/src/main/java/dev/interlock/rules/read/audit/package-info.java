/** The audit log: who did what when, chained by hashes, rebuilt at any time from the owners. */
@NullMarked
package dev.interlock.rules.read.audit;

import org.jspecify.annotations.NullMarked;
