package dev.interlock.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interlock.contracts.Sources;
import dev.interlock.standalone.endtoend.Trials.Tally;
import java.time.Duration;
import java.util.List;
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

    @BeforeAll
    static void start() {
        installation = Installation.inProcesses();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void nothingForbiddenIsAllowedWhateverIsCutOffOrPausedOrKilled() throws Exception {
        Tally tally;
        try (var trials = new Trials(installation)) {
            trials.awaitSome(100);
            trials.during(() -> paused("rules-engine-service", LONG));
            long begun = System.nanoTime();
            while (trials.faulted() <= FAULTED_TRIALS
                    && System.nanoTime() - begun < LIMIT.toNanos()) {
                for (var part : List.of("kafka", "dr-service", "approval-service")) {
                    trials.during(() -> paused(part, SHORT));
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
        theCheckerObjects(checker, tally);
    }

    /** To what no open request covers, and to what was decided on less than its caller had seen. */
    private static void theCheckerObjects(AllowChecker checker, Tally tally) {
        assertThat(checker.without("dr.activated").unjustified(Map.of()))
                .as("without any open request")
                .hasSizeGreaterThanOrEqualTo((int) tally.admitted());
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
            TimeUnit.NANOSECONDS.sleep(howLong.toNanos()); // how long it lasts is the fault itself
        } finally {
            signal("-CONT", pid);
        }
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
