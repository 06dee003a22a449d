package dev.interlock.rules.read.state;

import dev.interlock.rules.domain.facts.Environment;
import dev.interlock.rules.domain.facts.Lane;
import dev.interlock.rules.domain.rule.Soaking;
import dev.interlock.rules.domain.rule.Soaking.Measure;
import dev.interlock.rules.domain.rule.Soaking.ResetOn;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How long the version that runs has soaked, by each measure: the numbers that rules go by that
 * reset on nothing, in whole seconds.
 */
record Soaked(Duration continuousCurrent, Duration longestContinuous, Duration sinceFirstSuccess) {

    static Soaked of(Lane lane, String version, Environment environment, Instant at) {
        var soaking = Soaking.of(lane, version, environment, ResetOn.NEVER, at);
        return new Soaked(
                seconds(soaking.soaked(Measure.CONTINUOUS_CURRENT, at)),
                seconds(soaking.soaked(Measure.LONGEST_CONTINUOUS, at)),
                seconds(soaking.soaked(Measure.SINCE_FIRST_SUCCESS, at)));
    }

    private static Duration seconds(Duration duration) {
        return duration.truncatedTo(ChronoUnit.SECONDS);
    }
}
