package dev.interlock.benchmarks.start;

import dev.interlock.benchmarks.Noise;
import dev.interlock.benchmarks.Plan;
import dev.interlock.benchmarks.ScratchDatabase;
import dev.interlock.benchmarks.Section;
import dev.interlock.benchmarks.Spread;
import dev.interlock.benchmarks.record.RulesEngine;
import dev.interlock.benchmarks.record.Year;
import dev.interlock.contracts.Sources;
import dev.interlock.infrastructure.KafkaServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The rules engine's start with a million events behind it: reading every one again from its
 * owners, against a raw scan of the same rows; and from the stored world.
 */
public final class WarmStartSection implements Section {

    private static final int ATTEMPTS = 200_000;
    private static final List<String> SOURCES = List.of(Sources.APPROVAL, Sources.DR);
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final String NEVER = "interlock.world.store-every=0";
    private static final String STORE = "interlock.world.store-every=1000";

    /** Longer than it takes, so that it is stored once, when everything is there. */
    private static final String ONCE = "interlock.world.store-pause=10m";

    @Override
    public String name() {
        return "warm-start";
    }

    @Override
    public String title() {
        return "Start of the rules engine with a million events behind it";
    }

    /**
     * @param all from the beginning of the service's start until it knew everything, seconds
     * @param reading of these, since it first asked an owner
     */
    private record Start(double all, double reading) {}

    @Override
    public String measure(Plan plan) throws Exception {
        var year = new Year(ATTEMPTS, Instant.now());
        try (var database = new ScratchDatabase();
                var kafka = KafkaServer.start(database.folder("kafka"), 0);
                var recorder = new RulesEngine(database.access(), kafka.servers(), NEVER);
                var owners = new RecordedOwners(recorder.database())) {
            recorder.record(year);
            recorder.database()
                    .sql(
                            "insert into subscription_position (subscription, source, position)"
                                    + " values ('override-uses', 'dr', ?)"
                                    + " on conflict (subscription, source)"
                                    + " do update set position = excluded.position")
                    .params(year.end(Sources.DR))
                    .update();
            var noise = new Noise();
            List<Double> scans = new ArrayList<>();
            List<Start> cold = new ArrayList<>();
            List<Start> warm = new ArrayList<>();
            recorder.scan(line -> {});
            start(database, kafka, owners, year, NEVER);
            long bytes = store(database, kafka, owners, year, recorder);
            for (int round = 0; round < plan.rounds(); round++) {
                noise.sample();
                long begun = System.nanoTime();
                recorder.scan(line -> {});
                scans.add((System.nanoTime() - begun) / 1e9);
                cold.add(start(database, kafka, owners, year, NEVER));
                warm.add(start(database, kafka, owners, year, STORE));
                if (owners.served() > 10) {
                    throw new IllegalStateException(
                            "%d events were read again (expected: those compared)"
                                    .formatted(owners.served()));
                }
            }
            var scan = Spread.of(scans);
            var reading = Spread.of(cold.stream().map(Start::reading).toList());
            return String.format(
                            Locale.ROOT,
                            """
                            | events | raw scan, s | every event read again, s | ratio of speeds | floor / goal |
                            |---|---|---|---|---|
                            | %,d | %s | %s | **%.2f** | 0.15 / 0.5 |

                            | start of the service until it knows all | s |
                            |---|---|
                            | every event read again | %s |
                            | from the stored world, %.0f MiB | **%s** |

                            The owners are stand-ins that serve what they once told from the rows of the audit log, over HTTP, in pages as the
                            services do; a real owner turns its stored events into these lines besides.

                            """,
                            year.end(Sources.DR) + year.end(Sources.APPROVAL),
                            scan.text("%.1f"),
                            reading.text("%.1f"),
                            scan.median() / reading.median(),
                            Spread.of(cold.stream().map(Start::all).toList()).text("%.1f"),
                            bytes / (double) (1 << 20),
                            Spread.of(warm.stream().map(Start::all).toList()).text("%.1f"))
                    + noise.text();
        }
    }

    private static Start start(
            ScratchDatabase database,
            KafkaServer kafka,
            RecordedOwners owners,
            Year year,
            String storing) {
        owners.forget();
        long begun = System.nanoTime();
        try (var engine = engine(database, kafka, owners, storing)) {
            until(() -> knowsAll(engine, year));
            long known = System.nanoTime();
            return new Start((known - begun) / 1e9, (known - owners.firstAskedAt()) / 1e9);
        }
    }

    /** Returns how many bytes it takes. */
    private static long store(
            ScratchDatabase database,
            KafkaServer kafka,
            RecordedOwners owners,
            Year year,
            RulesEngine recorder) {
        try (var engine = engine(database, kafka, owners, "interlock.world.store-every=1000000")) {
            until(() -> knowsAll(engine, year) && stored(recorder) > 0);
        }
        return stored(recorder);
    }

    private static long stored(RulesEngine recorder) {
        return recorder.database()
                .sql("select coalesce(max(bytes), 0) from stored_world where seal is not null")
                .query(Long.class)
                .single();
    }

    private static RulesEngine engine(
            ScratchDatabase database, KafkaServer kafka, RecordedOwners owners, String storing) {
        return new RulesEngine(
                database.access(),
                kafka.servers(),
                storing,
                ONCE,
                "interlock.services.dr=" + owners.address(Sources.DR),
                "interlock.services.approval=" + owners.address(Sources.APPROVAL));
    }

    private static boolean knowsAll(RulesEngine engine, Year year) {
        return SOURCES.stream().allMatch(source -> engine.position(source) == year.end(source));
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("did not come to pass within " + LIMIT);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
