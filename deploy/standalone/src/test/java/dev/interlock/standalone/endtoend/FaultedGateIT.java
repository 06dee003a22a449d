package dev.interlock.standalone.endtoend;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interlock.contracts.Sources;
import dev.interlock.standalone.endtoend.Trials.Tally;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The engine cut off from Kafka, from each owner, paused, and killed, under load: what a write that
 * was answered forbids is never allowed, and every allow can be derived again from the event
 * stores.
 */
class FaultedGateIT {

    private static final int FAULTED_TRIALS = Integer.getInteger("interlock.trials", 200);
    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final Duration LONG = Duration.ofSeconds(30); // as an operator may pause it
    private static final Duration LIMIT = Duration.ofMinutes(20);

    private static Installation installation;

    /** What the engine hears from, each by a way of its own; nobody else goes there. */
    private static final Map<String, CutOff> WAYS =
            Map.of(
                    "dr-service", CutOff.to(() -> installation.port("dr-service")),
                    "approval-service", CutOff.to(() -> installation.port("approval-service")),
                    "kafka", CutOff.toKafka(() -> installation.port("kafka")));

    @BeforeAll
    static void start() {
        var engine =
                "-Dinterlock.services.dr=http://127.0.0.1:%d -Dinterlock.services.approval=http://127.0.0.1:%d -Dinterlock.kafka.servers=127.0.0.1:%d"
                        .formatted(way("dr-service"), way("approval-service"), way("kafka"));
        installation = Installation.inProcesses(Map.of("INTERLOCK_RULES_JAVA_OPTIONS", engine));
        installation.start();
    }

    private static int way(String part) {
        return requireNonNull(WAYS.get(part)).port();
    }

    @AfterAll
    static void stop() {
        installation.close();
        WAYS.values().forEach(CutOff::close);
    }

    @Test
    void nothingForbiddenIsAllowedWhateverIsCutOffOrPausedOrKilled() throws Exception {
        Tally tally;
        try (var trials = new Trials(installation)) {
            trials.awaitSome(100);
            trials.during(() -> paused("rules-engine-service", LONG));
            long begun = System.nanoTime();
            int round = 0;
            while (trials.faulted() <= FAULTED_TRIALS
                    && System.nanoTime() - begun < LIMIT.toNanos()) {
                var kind = CutOff.Kind.values()[round++ % CutOff.Kind.values().length];
                for (var way : WAYS.values()) {
                    trials.during(() -> way.during(kind, () -> lasting(SHORT)));
                }
                trials.during(FaultedGateIT::killed);
            }
            trials.awaitSome(100);
            tally = trials.end();
        }

        assertThat(tally.forbidden()).as("allowed although forbidden").isEmpty();
        assertThat(tally.objections()).as("trials that went wrong otherwise").isEmpty();
        assertThat(tally.faulted())
                .as("trials during faults: %s", tally)
                .isGreaterThan(FAULTED_TRIALS);
        assertThat(tally.admitted())
                .as("starts that were let go: %s", tally)
                .isGreaterThan(FAULTED_TRIALS / 10);
        var checker = new AllowChecker(installation);
        assertThat(checker.unjustified(tally.positionsSeen())).isEmpty();
        assertThat(checker.checked()).isGreaterThanOrEqualTo((int) tally.admitted());
        assertThat(checker.plain().wrong()).as("judged by other means").isEmpty();
        theCheckerObjects(checker, tally);
    }

    /** To what no open request covers, and to what was decided on less than its caller had seen. */
    private static void theCheckerObjects(AllowChecker checker, Tally tally) {
        assertThat(checker.without("dr.activated").unjustified(Map.of()))
                .as("without any open request")
                .hasSizeGreaterThanOrEqualTo((int) tally.admitted());
        assertThat(checker.without("freeze.thawed").plain().wrong())
                .as("judged by other means, with every freeze still in force")
                .isNotEmpty();
        var more =
                tally.positionsSeen().keySet().stream()
                        .collect(
                                Collectors.toMap(
                                        run -> run, _ -> Map.of(Sources.DR, Long.MAX_VALUE)));
        assertThat(checker.unjustified(more))
                .as("of what no decision had seen")
                .hasSizeGreaterThanOrEqualTo(tally.positionsSeen().size());
    }

    private static void paused(String part, Duration howLong) throws Exception {
        var pid = Long.toString(installation.process(part).pid());
        signal("-STOP", pid);
        try {
            lasting(howLong);
        } finally {
            signal("-CONT", pid);
        }
    }

    /** How long it lasts is the fault itself. */
    private static void lasting(Duration howLong) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(howLong.toNanos());
    }

    private static void killed() {
        installation.kill("rules-engine-service");
        installation.awaitReady("rules-engine-service");
    }

    private static void signal(String signal, String pid) throws Exception {
        var kill = new ProcessBuilder("kill", signal, pid).inheritIO().start();
        await().atMost(Duration.ofSeconds(10)).until(() -> !kill.isAlive());
        assertThat(kill.exitValue()).as("kill " + signal).isZero();
    }
}
