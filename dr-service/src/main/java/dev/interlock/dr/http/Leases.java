package dev.interlock.dr.http;

import dev.interlock.edge.Violations;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a deployment may run before something must be heard of it, so that a lost runner blocks
 * nobody for ever.
 *
 * @param lease for those that do not say; one second to seven days
 */
@ConfigurationProperties("interlock.deployments")
public record Leases(@DefaultValue("PT6H") Duration lease) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    public Leases {
        if (!isOne(lease)) {
            throw new IllegalArgumentException(
                    "interlock.deployments.lease is " + lease + " (expected: PT1S to P7D)");
        }
    }

    public Duration usual() {
        return lease;
    }

    /** Null where nothing is asked for. */
    public static @Nullable Duration read(@Nullable String asked, Violations violations) {
        if (asked == null) {
            return null;
        }
        try {
            var duration = Duration.parse(asked);
            if (isOne(duration)) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // answered below
        }
        violations.add("/lease", asked + " (expected: a duration from PT1S to P7D)");
        return null;
    }

    private static boolean isOne(Duration duration) {
        return duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0;
    }
}
