package dev.interlock.benchmarks.audit;

import dev.interlock.benchmarks.Noise;
import dev.interlock.benchmarks.Plan;
import dev.interlock.benchmarks.ScratchDatabase;
import dev.interlock.benchmarks.Section;
import dev.interlock.benchmarks.Spread;
import dev.interlock.benchmarks.record.RulesEngine;
import dev.interlock.benchmarks.record.Year;
import dev.interlock.infrastructure.KafkaServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The audit log rebuilt with its chain and its indexes, against {@code COPY} of the same rows. */
public final class AuditRebuildSection implements Section {

    private static final int ATTEMPTS = 20_000;

    @Override
    public String name() {
        return "audit-rebuild";
    }

    @Override
    public String title() {
        return "Rebuild of the audit log, against COPY of the same rows";
    }

    @Override
    public String measure(Plan plan) throws Exception {
        try (var database = new ScratchDatabase();
                var kafka = KafkaServer.start(database.folder("kafka"), 0);
                var engine = new RulesEngine(database.access(), kafka.servers())) {
            var told = engine.told(new Year(ATTEMPTS, Instant.now()));
            engine.record(told);
            var rows = engine.rows();
            engine.copy(rows);
            var noise = new Noise();
            List<Double> rebuilds = new ArrayList<>();
            List<Double> copies = new ArrayList<>();
            for (int round = 0; round < plan.rounds(); round++) {
                noise.sample();
                rebuilds.add(seconds(() -> engine.record(told)));
                copies.add(seconds(() -> engine.copy(rows)));
            }
            var rebuild = Spread.of(rebuilds);
            var copy = Spread.of(copies);
            return String.format(
                            Locale.ROOT,
                            """
                            | events | rebuild, s | COPY, s | times as long | floor / goal |
                            |---|---|---|---|---|
                            | %,d | %s | %s | **%.2f** | 3 / 1.3 |

                            Both write a table with the same indexes, durably. The rebuild computes the hash chain, writes the rows as text, and puts the table in
                            place of the one there is; the owners' events are at hand, so asking for them is not in it.

                            """,
                            told.values().stream().mapToInt(List::size).sum(),
                            rebuild.text("%.1f"),
                            copy.text("%.1f"),
                            rebuild.median() / copy.median())
                    + noise.text();
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }
}
