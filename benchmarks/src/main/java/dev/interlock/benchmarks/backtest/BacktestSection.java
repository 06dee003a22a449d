package dev.interlock.benchmarks.backtest;

import dev.interlock.benchmarks.Noise;
import dev.interlock.benchmarks.Plan;
import dev.interlock.benchmarks.ScratchDatabase;
import dev.interlock.benchmarks.Section;
import dev.interlock.benchmarks.Spread;
import dev.interlock.benchmarks.record.RulesEngine;
import dev.interlock.benchmarks.record.Year;
import dev.interlock.infrastructure.KafkaServer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A backtest of a year over HTTP, on a real PostgreSQL, against a raw scan of the rows that it
 * reads.
 */
public final class BacktestSection implements Section {

    private static final int ATTEMPTS = 100_000;
    private static final String DRAFT =
            """
            {"days": 366, "rule": {"name": "six hours in staging", "kind": "soak", "mode": "enforce",
             "scope": {"environments": ["production"]},
             "options": {"environments": ["staging"], "minimum": "PT6H"}}}
            """;

    @Override
    public String name() {
        return "backtest";
    }

    @Override
    public String title() {
        return "Backtest of a rule against a year";
    }

    @Override
    public String measure(Plan plan) throws Exception {
        try (var database = new ScratchDatabase();
                var kafka = KafkaServer.start(database.folder("kafka"), 0);
                var engine = new RulesEngine(database.access(), kafka.servers())) {
            engine.record(new Year(ATTEMPTS, Instant.now()));
            return table(plan, engine);
        }
    }

    private static String table(Plan plan, RulesEngine engine)
            throws IOException, InterruptedException {
        var noise = new Noise();
        List<Double> backtests = new ArrayList<>();
        List<Double> scans = new ArrayList<>();
        long rows = engine.scan(line -> {});
        backtest(engine);
        for (int round = 0; round < plan.rounds(); round++) {
            noise.sample();
            long begun = System.nanoTime();
            backtest(engine);
            backtests.add((System.nanoTime() - begun) / 1e9);
            begun = System.nanoTime();
            engine.scan(line -> {});
            scans.add((System.nanoTime() - begun) / 1e9);
        }
        var backtest = Spread.of(backtests);
        var scan = Spread.of(scans);
        return String.format(
                        Locale.ROOT,
                        """
                        | attempts | events read | backtest, s | raw scan of these events, s | ratio of speeds |
                        |---|---|---|---|---|
                        | %,d | %,d | **%s** | %s | %.2f |

                        Each attempt is decided anew, on the facts of then, by six rules: one of them the draft. The number of those it would
                        have blocked is checked.

                        """,
                        ATTEMPTS,
                        rows,
                        backtest.text("%.1f"),
                        scan.text("%.1f"),
                        scan.median() / backtest.median())
                + noise.text();
    }

    /** Every second version had soaked too short when it went to production. */
    private static void backtest(RulesEngine engine) throws IOException, InterruptedException {
        var answer = engine.backtest(DRAFT);
        if (answer.path("attempts").asInt() != ATTEMPTS
                || answer.path("would_block").asInt() != ATTEMPTS / 4
                || answer.path("undecided").asInt() != 0
                || answer.path("already_blocked").asInt() != 0) {
            throw new IllegalStateException(
                    "attempts %s, would block %s, already blocked %s, undecided %s (expected: %d, %d, 0, 0)"
                            .formatted(
                                    answer.path("attempts"),
                                    answer.path("would_block"),
                                    answer.path("already_blocked"),
                                    answer.path("undecided"),
                                    ATTEMPTS,
                                    ATTEMPTS / 4));
        }
    }
}
