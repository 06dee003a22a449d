package dev.interlock.benchmarks.freshness;

import dev.interlock.benchmarks.Noise;
import dev.interlock.benchmarks.Plan;
import dev.interlock.benchmarks.Section;
import dev.interlock.benchmarks.Spread;
import dev.interlock.benchmarks.installation.Client;
import dev.interlock.benchmarks.installation.Installation;
import dev.interlock.benchmarks.installation.Train;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * From the moment the approval is answered until the gate has answered "allow", one request after
 * the other; against the same check asked once more, when nothing is left to wait for.
 */
public final class FreshnessSection implements Section {

    private static final int WARM_UP = 300;

    @Override
    public String name() {
        return "freshness";
    }

    @Override
    public String title() {
        return "Freshness: approval answered until the gate allows";
    }

    @Override
    public String measure(Plan plan) throws Exception {
        try (Installation installation = new Installation(plan.home())) {
            installation.startAsLater();
            Client admin = installation.client();
            Train train = new Train(admin);
            Noise noise = new Noise();
            Samples samples = new Samples();
            for (int i = 0; i < WARM_UP; i++) {
                once(admin, train, "0.0." + i, new Samples());
            }
            for (int i = 0; i < plan.samples(); i++) {
                if (i % 100 == 0) {
                    noise.sample();
                }
                once(admin, train, "1.0." + i, samples);
            }
            return samples.table() + "\n" + noise.text();
        }
    }

    private static void once(Client admin, Train train, String version, Samples samples)
            throws IOException, InterruptedException {
        String request = train.request(version);
        train.approve(request);
        long answered = System.nanoTime();
        int asked = 1;
        while (!allows(admin, version)) {
            asked++;
        }
        long allowed = System.nanoTime();
        if (!allows(admin, version)) {
            throw new IllegalStateException(version + ": allowed, then blocked");
        }
        samples.add((allowed - answered) / 1e6, (System.nanoTime() - allowed) / 1e6, asked);
    }

    private static boolean allows(Client admin, String version)
            throws IOException, InterruptedException {
        return admin.post("/v1/gate/checks", Train.check(version))
                .path("decision")
                .asString()
                .equals("allow");
    }

    private static final class Samples {

        private final List<Double> fresh = new ArrayList<>();
        private final List<Double> again = new ArrayList<>();
        private int stale;

        void add(double freshMillis, double againMillis, int asked) {
            fresh.add(freshMillis);
            again.add(againMillis);
            stale += asked - 1;
        }

        String table() {
            return String.format(
                    Locale.ROOT,
                    """
                    | over %d approvals | p50 | p99 | max | floor / goal for p99 |
                    |---|---|---|---|---|
                    | approval answered → gate allows | %.1f ms | **%.1f ms** | %.1f ms | 100 / 25 ms |
                    | the same check once more | %.1f ms | %.1f ms | %.1f ms | |
                    | ratio | %.2f | %.2f | | |

                    Checks answered "block" after the approval was answered: %d (promised: 0).
                    """,
                    fresh.size(),
                    Spread.percentile(fresh, 0.5),
                    Spread.percentile(fresh, 0.99),
                    Spread.of(fresh).max(),
                    Spread.percentile(again, 0.5),
                    Spread.percentile(again, 0.99),
                    Spread.of(again).max(),
                    Spread.percentile(fresh, 0.5) / Spread.percentile(again, 0.5),
                    Spread.percentile(fresh, 0.99) / Spread.percentile(again, 0.99),
                    stale);
        }
    }
}
