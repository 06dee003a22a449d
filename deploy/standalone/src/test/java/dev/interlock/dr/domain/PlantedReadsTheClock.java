package dev.interlock.dr.domain;

import java.time.Instant;

/** Breaks a rule on purpose, to show that the rule can fail. */
public class PlantedReadsTheClock {
    final Instant read = Instant.now();
}
