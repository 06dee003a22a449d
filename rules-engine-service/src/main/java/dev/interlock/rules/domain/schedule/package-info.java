/**
 * When it is closed or open: windows in local time, their recurrences by RFC 5545, and the
 * intervals of real time that follow. Knows no rule, no product and no clock.
 */
@NullMarked
package dev.interlock.rules.domain.schedule;

import org.jspecify.annotations.NullMarked;
