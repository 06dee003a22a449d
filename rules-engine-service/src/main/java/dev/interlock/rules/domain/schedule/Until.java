package dev.interlock.rules.domain.schedule;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * The last instant at which an occurrence may start, itself included.
 *
 * @param utc is it a time of UTC, or one of the window's zone?
 */
record Until(LocalDateTime time, boolean utc) {

    boolean allows(LocalDateTime nominal, ZonedDateTime actual) {
        return utc
                ? !actual.toInstant().isAfter(time.toInstant(ZoneOffset.UTC))
                : !nominal.isAfter(time);
    }
}
