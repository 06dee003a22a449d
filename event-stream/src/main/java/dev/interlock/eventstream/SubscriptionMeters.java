package dev.interlock.eventstream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What a subscription tells Prometheus, by source. */
final class SubscriptionMeters {

    private final String subscription;
    private final MeterRegistry meters;

    SubscriptionMeters(
            String subscription,
            List<String> sources,
            Watermarks watermarks,
            Clock clock,
            MeterRegistry meters) {
        this.subscription = subscription;
        this.meters = meters;
        for (String source : sources) {
            Gauge.builder("interlock.subscription.position", () -> watermarks.of(source).position())
                    .tags("subscription", subscription, "source", source)
                    .register(meters);
            Gauge.builder("interlock.subscription.lag", () -> watermarks.of(source).lag())
                    .tags("subscription", subscription, "source", source)
                    .register(meters);
            Gauge.builder(
                            "interlock.subscription.silence.seconds",
                            () ->
                                    Duration.between(
                                                            watermarks.of(source).heardAt(),
                                                            clock.instant())
                                                    .toMillis()
                                            / 1000.0)
                    .tags("subscription", subscription, "source", source)
                    .register(meters);
            for (String kind : List.of("applied", "duplicates", "gaps", "undecodable", "parked")) {
                count(kind, source, 0);
            }
        }
    }

    void applied(String source) {
        count("applied", source, 1);
    }

    void duplicate(String source) {
        count("duplicates", source, 1);
    }

    void gap(String source) {
        count("gaps", source, 1);
    }

    void undecodable(String source) {
        count("undecodable", source, 1);
    }

    void parked(String source) {
        count("parked", source, 1);
    }

    private void count(String kind, String source, double by) {
        meters.counter(
                        "interlock.subscription." + kind,
                        "subscription",
                        subscription,
                        "source",
                        source)
                .increment(by);
    }
}
