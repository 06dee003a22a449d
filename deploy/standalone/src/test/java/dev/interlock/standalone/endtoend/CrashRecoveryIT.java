package dev.interlock.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interlock.standalone.endtoend.Client.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Any part may die at any time: nothing acknowledged is lost or doubled, and nothing unapproved
 * passes.
 */
class CrashRecoveryIT {

    private static final Duration RECOVERY = Duration.ofSeconds(90);

    private static Installation installation;

    @BeforeAll
    static void start() {
        installation = Installation.inProcesses();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private static MainJob train() {
        return new MainJob(installation.admin());
    }

    /**
     * Repeats until the system answers again; a refusal or an allow ends it, an outage does not.
     */
    private static Answer answered(Supplier<Answer> call) {
        return await().atMost(RECOVERY)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(call::get, reply -> reply.status() < 500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dr-service",
                "approval-service",
                "rules-engine-service",
                "notification-service",
                "gateway"
            })
    void aServiceKilledInTheMiddleOfTheMainJob(String service) {
        var train = train();
        var item = train.items.getFirst();
        String dr = train.activated();
        train.approve(train.qa, dr, "qa", 1).expect(201);

        installation.awaitReady(service);
        installation.kill(service);

        neverAllowed(train, item);
        Answer approved = answered(() -> train.approve(train.security, dr, "security", 1));
        assertThat(approved.status())
                .as("given once, whether or not an answer got lost")
                .isIn(200, 201);
        await().atMost(RECOVERY)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> train.check(item).at("/decision"), "allow"::equals);

        assertThat(counted(train, dr)).isEqualTo(2);
        for (var each : train.items) {
            assertThat(startedAtLast(train, each).status()).isEqualTo(200);
            if (each.equals(item)) {
                installation.awaitReady(service);
                installation.kill(service);
            }
            assertThat(answered(() -> train.report(each, "completed", "run")).status())
                    .isEqualTo(200);
        }
        await().atMost(RECOVERY)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(train.state(dr)).isEqualTo("completed"));
        assertThat(completions(train, item)).as("recorded once").isEqualTo(1);
    }

    /**
     * Each answer may get lost; asked again with its key, it is the answer to what was done once.
     */
    @Test
    void noKeyedCommandIsLostOrDoubledByKillingItsService() throws Exception {
        var admin = installation.admin();
        var names = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            names.add("keyed-" + UUID.randomUUID());
        }
        installation.awaitReady("approval-service");
        var killed =
                CompletableFuture.runAsync(
                        () -> {
                            installation.kill("approval-service");
                            installation.awaitReady("approval-service");
                            installation.kill("approval-service");
                        });
        var ids = new ArrayList<String>();
        for (var name : names) {
            var body = "{\"name\":\"%s\"}".formatted(name);
            ids.add(
                    await().atMost(RECOVERY)
                            .pollInterval(Duration.ofMillis(50))
                            .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                            .until(
                                    () ->
                                            admin.send(
                                                    "POST",
                                                    "/v1/people",
                                                    body,
                                                    "Idempotency-Key",
                                                    name),
                                    answer -> answer.status() == 201)
                            .field("id"));
        }
        killed.get(RECOVERY.toSeconds(), TimeUnit.SECONDS);
        var people = answered(() -> admin.get("/v1/people?limit=200")).body();

        assertThat(new HashSet<>(ids)).hasSize(names.size());
        for (int i = 0; i < names.size(); i++) {
            assertThat(people.split(names.get(i), -1)).as("made once").hasSize(2);
            var again =
                    admin.send(
                            "POST",
                            "/v1/people",
                            "{\"name\":\"%s\"}".formatted(names.get(i)),
                            "Idempotency-Key",
                            names.get(i));
            assertThat(again.expect(201).field("id")).isEqualTo(ids.get(i));
        }
    }

    /** Refusals for want of a decision are tried again, as a pipeline would be run again. */
    private static Answer startedAtLast(MainJob train, MainJob.Item item) {
        return await().atMost(RECOVERY)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(
                        () -> train.report(item, "started", "run"),
                        reply ->
                                reply.status() == 200
                                        || !reply.at("/code").equals("DECISION_UNAVAILABLE")
                                                && reply.status() < 500);
    }

    private static void neverAllowed(MainJob train, MainJob.Item item) {
        for (int i = 0; i < 20; i++) {
            try {
                Answer check = train.check(item);
                assertThat(check.at("/decision"))
                        .as("with one of two approvals: %s", check)
                        .isNotEqualTo("allow");
            } catch (UncheckedIOException e) {
                assertThat(e).as("no answer is no allow").isNotNull();
            }
        }
    }

    private static long counted(MainJob train, String dr) {
        Answer all =
                answered(() -> train.author.get("/v1/deployment-requests/" + dr + "/approvals"));
        String text = all.body();
        return text.split("\"counts\":true", -1).length - 1;
    }

    private static int completions(MainJob train, MainJob.Item item) {
        Answer all =
                answered(
                        () ->
                                train.ci.get(
                                        "/v1/deployments?status=completed&product="
                                                + item.product()));
        return all.json().at("/items").size();
    }

    @Test
    void kafkaAwayWhileApprovalsAreGiven() {
        var train = train();
        var item = train.items.getFirst();
        String dr = train.activated();
        assertThat(train.check(item).at("/decision")).isEqualTo("block");

        installation.killAndHold("kafka");
        try {
            train.approve(train.qa, dr, "qa", 1).expect(201);
            train.approve(train.security, dr, "security", 1).expect(201);
            await("for a minute the gate never allows what it has not heard of")
                    .during(Duration.ofSeconds(60))
                    .atMost(Duration.ofSeconds(75))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(
                            () -> train.check(item),
                            r -> r.status() == 503 || r.at("/decision").equals("block"));
        } finally {
            installation.release("kafka");
        }

        await().atMost(RECOVERY).until(() -> train.check(item).at("/decision"), "allow"::equals);
        assertThat(startedAtLast(train, item).status()).isEqualTo(200);
    }

    @Test
    void postgresStoppedAtOnceAndStartedAgain() {
        var train = train();
        var item = train.items.getFirst();
        String dr = train.activated();
        train.approve(train.qa, dr, "qa", 1).expect(201);

        installation.kill("postgresql");

        neverAllowed(train, item);
        Answer approved = answered(() -> train.approve(train.security, dr, "security", 1));
        assertThat(approved.status()).isIn(200, 201);
        await().atMost(RECOVERY)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> train.check(item).at("/decision"), "allow"::equals);
        assertThat(counted(train, dr)).isEqualTo(2);
    }
}
