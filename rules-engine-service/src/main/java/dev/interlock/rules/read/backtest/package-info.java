/** What a rule would have done to the attempts on record, had it been in force. */
@NullMarked
package dev.interlock.rules.read.backtest;

import org.jspecify.annotations.NullMarked;
