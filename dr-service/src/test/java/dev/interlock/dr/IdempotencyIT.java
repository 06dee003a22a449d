package dev.interlock.dr;

import static dev.interlock.dr.RunningService.ANN;
import static dev.interlock.dr.RunningService.BOB;
import static dev.interlock.dr.RunningService.PIPELINE;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.gate.DecisionRequest;
import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.contracts.identity.Identity;
import dev.interlock.dr.RunningService.Reply;
import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.Pair;
import dev.interlock.dr.events.LaneEvent;
import dev.interlock.eventstore.Entities;
import dev.interlock.eventstore.EventReader;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An {@code Idempotency-Key}, as HTTP clients meet it. */
class IdempotencyIT {

    private static final String REQUESTS = "/v1/deployment-requests";
    private static final String DRAFT =
            """
            {"title":"Train","items":[{"product":"api","version":"1.0.0"}],"environments":["production"],
             "slots":[{"type":"qa"}]}""";

    private static StandInServices others;
    private static RunningService service;

    private final String key = UUID.randomUUID().toString();

    @BeforeAll
    static void start() throws IOException {
        others = new StandInServices();
        service = new RunningService(others);
        var body = "{\"name\":\"production\",\"type\":\"production\",\"mode\":\"enforce\"}";
        assertThat(service.post("/v1/environments", body, ANN).status()).isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        service.close();
        others.close();
    }

    @BeforeEach
    void theGateAllows() {
        others.decide(question -> Optional.of(allow(question)));
    }

    @Test
    void anAnswerIsGivenAgainByteForByte() {
        var first = post(REQUESTS, DRAFT, ANN);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        long head = head();

        var second = post(REQUESTS, DRAFT.replace("\n", ""), ANN);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.raw().body()).isEqualTo(first.raw().body());
        for (String name :
                new String[] {"ETag", "Location", "Content-Type", "Interlock-Position"}) {
            assertThat(second.header(name)).as(name).isEqualTo(first.header(name)).isPresent();
        }
        assertThat(second.header("Idempotency-Replayed")).contains("true");
        assertThat(head()).isEqualTo(head);
        assertThat(post(REQUESTS, DRAFT, BOB).text("id"))
                .as("another's key of the same name")
                .isNotEqualTo(first.text("id"));
    }

    @Test
    void aKeyStandsForOneRequest() {
        var first = post(REQUESTS, DRAFT, ANN);

        var other = post(REQUESTS, DRAFT.replace("Train", "Tram"), ANN);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        var elsewhere = post(REQUESTS + "/" + first.text("id") + "/activate", "", ANN);
        assertThat(elsewhere.text("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");

        var bad = service.send("POST", REQUESTS, DRAFT, ANN, "Idempotency-Key", "a b");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("Idempotency-Key");
    }

    @Test
    void aRefusalIsDecidedAfreshButItsKeyStillStandsForIt() {
        var invalid = DRAFT.replace("\"Train\"", "\"\"");
        assertThat(post(REQUESTS, invalid, ANN).text("code")).isEqualTo("VALIDATION_FAILED");
        assertThat(post(REQUESTS, invalid, ANN).text("code")).isEqualTo("VALIDATION_FAILED");
        assertThat(post(REQUESTS, DRAFT, ANN).text("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");

        var id = service.post(REQUESTS, DRAFT, ANN).text("id");
        var cancel = REQUESTS + "/" + id + "/complete";
        var reason = "{\"reason\":\"by hand\"}";
        var early = service.send("POST", cancel, reason, ANN, "Idempotency-Key", key + "c");
        assertThat(early.status()).as("a draft cannot be completed").isEqualTo(409);
        service.post(REQUESTS + "/" + id + "/activate", "", ANN);
        var late = service.send("POST", cancel, reason, ANN, "Idempotency-Key", key + "c");
        assertThat(late.status()).isEqualTo(200);
        assertThat(late.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void whileOneRunsTheNextIsToldToWait() throws Exception {
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        others.decide(
                question -> {
                    asked.countDown();
                    await(answer);
                    return Optional.of(allow(question));
                });
        var start = start("slow");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> post("/v1/deployments", start, PIPELINE));
            await(asked);

            var second = post("/v1/deployments", start, PIPELINE);
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.text("code")).isEqualTo("IDEMPOTENCY_KEY_IN_USE");
            assertThat(second.header("Retry-After")).contains("1");
            assertThat(post(REQUESTS, DRAFT, ANN).status()).as("of somebody else").isEqualTo(201);

            answer.countDown();
            assertThat(first.get(10, SECONDS).status()).isEqualTo(201);
        }
        assertThat(post("/v1/deployments", start, PIPELINE).header("Idempotency-Replayed"))
                .contains("true");
    }

    /** A key is in use until the answer is known, not until it has been read. */
    @Test
    void whoHasTheAnswerMayAskAgainAtOnce() {
        var body = start("at-once");
        others.decide(question -> Optional.empty());
        for (int i = 0; i < 200; i++) {
            assertThat(post("/v1/deployments", body, PIPELINE).text("code"))
                    .isEqualTo("DECISION_UNAVAILABLE");
        }
    }

    @Test
    void anAdmissionIsGivenAgainOnlyWhileItsDeploymentRuns() {
        var body = start("short");
        var started = post("/v1/deployments", body, PIPELINE);
        assertThat(started.status()).isEqualTo(201);
        assertThat(post("/v1/deployments", body, PIPELINE).raw().body())
                .isEqualTo(started.raw().body());
        assertThat(others.asked()).isEqualTo(1);

        service.post("/v1/deployments/" + started.text("id") + "/fail", "", PIPELINE);
        others.decide(question -> Optional.empty());
        assertThat(post("/v1/deployments", body, PIPELINE).text("code"))
                .as("it has given its admission back, and the gate cannot tell now")
                .isEqualTo("DECISION_UNAVAILABLE");

        others.decide(question -> Optional.of(allow(question)));
        var again = post("/v1/deployments", body, PIPELINE);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("id")).isNotEqualTo(started.text("id"));
        service.post("/v1/deployments/" + again.text("id") + "/complete", "", PIPELINE);
        var done = post("/v1/deployments", body, PIPELINE);
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.text("id")).isEqualTo(again.text("id"));
        assertThat(done.text("status")).isEqualTo("completed");
    }

    @Test
    void aRefusedStartIsRecordedEachTime() {
        others.decide(
                question ->
                        Optional.of(
                                Decisions.block(
                                        question.product(),
                                        question.version(),
                                        question.environment(),
                                        0)));
        var body = start("refused");
        assertThat(post("/v1/deployments", body, PIPELINE).status()).isEqualTo(428);
        assertThat(post("/v1/deployments", body, PIPELINE).status()).isEqualTo(428);
        assertThat(
                        service.get("/v1/deployments?product=refused&status=refused", ANN)
                                .body()
                                .path("items")
                                .size())
                .isEqualTo(2);
        assertThat(
                        service.get(JdbcClient.class)
                                .sql(
                                        "SELECT count(*) FROM idempotent_request"
                                                + " WHERE idempotency_key = ? AND status IS NULL")
                                .param(key)
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    private Reply post(String path, String body, Identity as) {
        return service.send("POST", path, body, as, "Idempotency-Key", key);
    }

    private static String start(String product) {
        return "{\"product\":\"%s\",\"version\":\"1\",\"environment\":\"production\"}"
                .formatted(product);
    }

    private static long head() {
        return service.get(EventReader.class).head().position();
    }

    @SuppressWarnings("unchecked")
    private static GateDecision allow(DecisionRequest question) {
        var type = ResolvableType.forClassWithGenerics(Entities.class, Lane.class, LaneEvent.class);
        var lanes = (Entities<Lane, LaneEvent>) service.bean(type);
        var lane = lanes.load(Pair.id(question.product(), question.environment()));
        return Decisions.allow(
                question.product(), question.version(), question.environment(), lane.revision());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
