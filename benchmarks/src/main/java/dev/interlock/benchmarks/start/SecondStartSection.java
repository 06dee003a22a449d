package dev.interlock.benchmarks.start;

import dev.interlock.benchmarks.Noise;
import dev.interlock.benchmarks.Plan;
import dev.interlock.benchmarks.Section;
import dev.interlock.benchmarks.Spread;
import dev.interlock.benchmarks.installation.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code ./interlock up} on data that is there already, until it says that all is ready. */
public final class SecondStartSection implements Section {

    @Override
    public String name() {
        return "second-start";
    }

    @Override
    public String title() {
        return "Second start of ./interlock up, until everything is ready";
    }

    @Override
    public String measure(Plan plan) throws Exception {
        Noise noise = new Noise();
        List<Double> later = new ArrayList<>();
        double first;
        try (Installation installation = new Installation(plan.home())) {
            first = installation.start().toMillis() / 1000.0;
            for (int round = 0; round < plan.rounds(); round++) {
                installation.stop();
                noise.sample();
                later.add(installation.start().toMillis() / 1000.0);
            }
        }
        return String.format(
                        Locale.ROOT,
                        """
                        | | seconds | floor / goal |
                        |---|---|---|
                        | second start, %d times | **%s** | 25 / 8 |
                        | first start, with an empty data folder | %.1f | |
                        """,
                        plan.rounds(),
                        Spread.of(later).text("%.1f"),
                        first)
                + "\n"
                + noise.text();
    }
}
