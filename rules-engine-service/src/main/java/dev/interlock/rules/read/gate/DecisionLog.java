package dev.interlock.rules.read.gate;

import dev.interlock.contracts.gate.GateDecision;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what was answered. Answering never waits for the database: decisions are inserted in
 * batches behind it, found in memory until then, and counted if the queue overflows.
 */
@Component
public final class DecisionLog implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DecisionLog.class);
    private static final int QUEUE = 10_000;
    private static final int BATCH = 500;

    /** How long a batch waits for more, in ms: a commit of its own costs more than a decision. */
    private static final long GATHERING = 10;

    private static final String INSERT =
            """
            insert into decision (id, decided_at, kind, allowed, body, judged_at, actor_kind, deployer,
                                  named_override)
            select id, at, kind, allowed, convert_from(body, 'UTF8'), judged_at, actor_kind, deployer,
                   named_override
            from unnest(?::text[], ?::timestamptz[], ?::text[], ?::boolean[], ?::bytea[],
                        ?::text[], ?::text[], ?::text[], ?::text[])
                 as answered(id, at, kind, allowed, body, judged_at, actor_kind, deployer,
                             named_override)
            on conflict do nothing
            """;

    /**
     * What the decision itself does not say of its question.
     *
     * @param judgedAt the instant it was judged at
     * @param deployer null for a machine, or when nobody deploys yet
     * @param override the one that was named; null if none was
     */
    record Question(
            Instant judgedAt,
            String actorKind,
            @Nullable String deployer,
            @Nullable String override) {}

    /**
     * @param body the decision, word for word as it was answered
     * @param question null if it was kept before questions were
     */
    record Kept(String body, @Nullable Question question) {}

    private record Entry(
            String id, Instant at, String kind, boolean allowed, byte[] body, Question question) {}

    private final JsonMapper json;
    private final JdbcTemplate jdbc;
    private final Counter dropped;
    private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Map<String, Entry> unwritten = new ConcurrentHashMap<>();
    private volatile boolean running;
    private @Nullable Thread writer;

    DecisionLog(JsonMapper json, DataSource database, MeterRegistry meters) {
        this.json = json;
        this.jdbc = new JdbcTemplate(database);
        this.dropped = meters.counter("interlock.gate.decisions.dropped");
        Gauge.builder("interlock.gate.decisions.queued", queue::size).register(meters);
    }

    /**
     * @param kind {@code check} or {@code start}
     * @param question what it takes to decide it again
     * @return the decision as it is to be answered, word for word as it is kept
     */
    public byte[] record(String kind, GateDecision decision, Question question) {
        byte[] body = json.writeValueAsBytes(decision);
        var entry =
                new Entry(
                        decision.id(),
                        decision.decidedAt(),
                        kind,
                        decision.allowed(),
                        body,
                        question);
        unwritten.put(decision.id(), entry);
        if (!queue.offer(entry)) {
            unwritten.remove(decision.id());
            dropped.increment();
        }
        return body;
    }

    Optional<Kept> kept(String id) {
        var entry = unwritten.get(id);
        if (entry != null) {
            return Optional.of(
                    new Kept(new String(entry.body(), StandardCharsets.UTF_8), entry.question()));
        }
        return jdbc
                .query(
                        "select body, judged_at, actor_kind, deployer, named_override from decision"
                                + " where id = ?",
                        (row, _) -> new Kept(row.getString("body"), question(row)),
                        id)
                .stream()
                .findFirst();
    }

    private static @Nullable Question question(ResultSet row) throws SQLException {
        var judgedAt = row.getString("judged_at");
        return judgedAt == null
                ? null
                : new Question(
                        Instant.parse(judgedAt),
                        row.getString("actor_kind"),
                        row.getString("deployer"),
                        row.getString("named_override"));
    }

    private void write() {
        var batch = new ArrayList<Entry>(BATCH);
        while (running || !queue.isEmpty()) {
            try {
                var first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
                if (running && queue.size() < BATCH) {
                    TimeUnit.MILLISECONDS.sleep(GATHERING);
                }
                queue.drainTo(batch, BATCH - 1);
                insertForSure(batch);
                batch.forEach(entry -> unwritten.remove(entry.id()));
                batch.clear();
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    private void insertForSure(List<Entry> batch) throws InterruptedException {
        for (int failures = 0; ; failures++) {
            try {
                insert(batch);
                return;
            } catch (RuntimeException away) {
                if (failures == 0) {
                    log.warn("the decision log waits for the database: {}", away.toString());
                }
                if (!running && failures > 3) {
                    dropped.increment(batch.size());
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(500);
            }
        }
    }

    private void insert(List<Entry> batch) {
        jdbc.update(
                INSERT,
                batch.stream().map(Entry::id).toArray(String[]::new),
                batch.stream()
                        .map(e -> OffsetDateTime.ofInstant(e.at(), ZoneOffset.UTC).toString())
                        .toArray(String[]::new),
                batch.stream().map(Entry::kind).toArray(String[]::new),
                batch.stream().map(Entry::allowed).toArray(Boolean[]::new),
                batch.stream().map(Entry::body).toArray(byte[][]::new),
                batch.stream().map(e -> e.question().judgedAt().toString()).toArray(String[]::new),
                batch.stream().map(e -> e.question().actorKind()).toArray(String[]::new),
                batch.stream().map(e -> e.question().deployer()).toArray(String[]::new),
                batch.stream().map(e -> e.question().override()).toArray(String[]::new));
    }

    @Override
    public void start() {
        running = true;
        writer = Thread.ofPlatform().name("decision-log").start(this::write);
    }

    /** What was answered before is written first. */
    @Override
    public void stop() {
        running = false;
        var thread = writer;
        if (thread != null) {
            try {
                thread.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after the web server has. */
    @Override
    public int getPhase() {
        return 0;
    }
}
