package dev.interlock.dr;

import static dev.interlock.dr.RunningService.ANN;
import static dev.interlock.dr.RunningService.APPROVAL;
import static dev.interlock.dr.RunningService.BOB;
import static dev.interlock.dr.RunningService.PIPELINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.MessageCatalogue;
import dev.interlock.contracts.Sources;
import dev.interlock.contracts.gate.DecisionRequest;
import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.dr.RunningService.Reply;
import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.Pair;
import dev.interlock.dr.events.LaneEvent;
import dev.interlock.eventstore.Entities;
import dev.interlock.eventstore.EventReader;
import dev.interlock.eventstore.InlineProjections;
import dev.interlock.eventstore.PublishedEvents;
import dev.interlock.eventstream.EnvelopeCodec;
import dev.interlock.infrastructure.testing.TestInfrastructure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The service on a real PostgreSQL and a real Kafka; only the rules engine is stood in for. */
class DrServiceIT {

    private static StandInServices others;
    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        others = new StandInServices();
        service = new RunningService(others);
        environment("production", "production", "enforce");
        environment("staging", "staging", "report_only");
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
    void aReleaseTrainRunsThroughAndCompletesByItself() {
        var dr = draft("api-train", "web-train");
        assertThat(post("/v1/deployment-requests/" + dr + "/activate", "").text("state"))
                .isEqualTo("in_progress");
        assertThat(post("/v1/deployment-requests/" + dr + "/activate", "").status()).isEqualTo(200);
        others.decide(question -> Optional.of(with(question, List.of(dr))));

        var first = start("api-train", "run-1");
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().path("decision").path("as_of").path("dr").asLong())
                .isEqualTo(StandInServices.SEEN_ALL);
        assertThat(start("api-train", "run-1").status())
                .as("the same run asks again")
                .isEqualTo(200);
        assertThat(others.asked()).as("a replay asks nobody").isEqualTo(1);
        assertThat(finish(first, "complete").text("status")).isEqualTo("completed");
        assertThat(state(dr)).isEqualTo("in_progress");

        var second = start("web-train", "run-2");
        var completed = finish(second, "complete");
        assertThat(state(dr))
                .as("the answer of the last completion shows it")
                .isEqualTo("completed");
        assertThat(completed.header("Interlock-Position"))
                .contains("dr=" + service.get(EventReader.class).head().position());
        assertThat(lane("api-train", "production").spent())
                .containsExactly(new Lane.Admission(dr, "1.0.0"));
    }

    @Test
    void aRefusedAttemptIsOnRecordWithItsDecision() {
        others.decide(
                question ->
                        Optional.of(
                                Decisions.block(
                                        question.product(),
                                        question.version(),
                                        question.environment(),
                                        laneRevision(question))));
        var refused = start("blocked", "run-1");
        assertThat(refused.status()).isEqualTo(428);
        assertThat(refused.text("code")).isEqualTo("APPROVAL_REQUIRED");
        assertThat(refused.body().path("findings").get(0).path("outcome").asString())
                .isEqualTo("failed");
        assertThat(start("blocked", "run-1").status()).as("decided afresh").isEqualTo(428);

        var attempts = service.get("/v1/deployments?status=refused&product=blocked", ANN);
        assertThat(attempts.body().path("items").size()).isEqualTo(2);
        var one = service.get("/v1/deployments/" + refused.text("attempt"), ANN);
        assertThat(one.body().path("decision").path("id").asString()).isEqualTo("dec_1");
    }

    @Test
    void whatCannotBeDecidedIsNotStarted() {
        others.decide(question -> Optional.empty());
        var before = head();
        var undecided = start("undecided", "run-1");
        assertThat(undecided.status()).isEqualTo(503);
        assertThat(undecided.text("code")).isEqualTo("DECISION_UNAVAILABLE");
        assertThat(
                        service.get("/v1/deployments?product=undecided", ANN)
                                .body()
                                .path("items")
                                .size())
                .isZero();
        assertThat(head()).as("only the version became known").isEqualTo(before + 2);

        others.decide(
                question -> others.asked() < 3 ? Optional.empty() : Optional.of(allow(question)));
        var waited = report("undecided", "1.0.0", "production", "started", "run-1", "\"wait\":1");
        assertThat(waited.text("outcome")).isEqualTo("admitted");
    }

    @Test
    void anAnswerToAnotherQuestionIsNoDecision() {
        others.decide(
                question ->
                        Optional.of(Decisions.allow("other", "1.0.0", question.environment(), 0)));
        assertThat(start("mistaken", "run-1").status()).isEqualTo(503);
    }

    @Test
    void aRequestThatDoesNotCoverIsSaidSo() {
        others.doesNotCover();
        var reply = start("uncovered", "run-1");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text("code")).isEqualTo("DR_DOES_NOT_COVER");
    }

    @Test
    void healthAndMetricsAreOpenAndNothingElse() {
        for (var path : List.of("/livez", "/readyz", "/actuator/prometheus")) {
            assertThat(service.anonymously(path)).as(path).isEqualTo(200);
        }
        assertThat(service.anonymously("/v1/environments")).isEqualTo(401);
        assertThat(service.anonymously("/internal/events")).isEqualTo(401);
    }

    @Test
    void ofTwentyRunsThatStartAtOnceOneIsAdmitted() throws Exception {
        var starts = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 20; i++) {
            var run = "race-" + i;
            starts.add(() -> start("raced", run).status());
        }
        try (var runners = Executors.newFixedThreadPool(20)) {
            var statuses = new ArrayList<Integer>();
            for (var done : runners.invokeAll(starts, 60, TimeUnit.SECONDS)) {
                statuses.add(done.resultNow());
            }
            assertThat(statuses).containsOnlyOnce(201);
            assertThat(statuses).containsOnly(201, 409);
        }
        assertThat(lane("raced", "production").running()).hasSize(1);
    }

    @Test
    void aDecisionOnAnOlderLaneIsAskedForAgain() {
        others.decide(
                question ->
                        Optional.of(
                                Decisions.allow(
                                        question.product(),
                                        question.version(),
                                        question.environment(),
                                        others.asked() < 3 ? 99 : laneRevision(question))));
        assertThat(start("moving", "run-1").status()).isEqualTo(201);
        assertThat(others.asked()).isEqualTo(3);
    }

    @Test
    void whatWaitsForOneselfIsListedOrItIsSaidThatItCannotBeTold() {
        var waiting = draft("waiting");
        var other = draft("waiting");
        others.waitingFor(List.of(waiting, "DR-99999"));
        var mine = service.get("/v1/deployment-requests?waiting_for=me&product=waiting", ANN);
        assertThat(mine.body().path("items").findValuesAsString("id"))
                .containsExactly(waiting)
                .doesNotContain(other);
        var nobody = service.get("/v1/deployment-requests?waiting_for=me", PIPELINE);
        assertThat(nobody.body().path("items").size()).isZero();

        others.waitingFor(null);
        assertThat(service.get("/v1/deployment-requests?waiting_for=me", ANN).status())
                .isEqualTo(503);
        assertThat(service.get("/v1/deployment-requests?waiting_for=usr_bob", ANN).status())
                .isEqualTo(422);
        others.waitingFor(List.of());
    }

    @Test
    void aStartWaitsWhileAnApprovalIsTakenBackAndIsThenDecidedAnew() {
        var dr = draft("held");
        post("/v1/deployment-requests/" + dr + "/activate", "");
        var holds = "/internal/deployment-requests/" + dr + "/holds";
        assertThat(service.post(holds, "", ANN).status()).as("not a service").isEqualTo(403);

        others.decide(question -> Optional.of(with(question, List.of(dr))));
        var held = service.post(holds, "", APPROVAL);
        assertThat(held.body().at("/parts/0/started").asBoolean()).isFalse();
        assertThat(start("held", "run-1").text("code")).isEqualTo("DECISION_UNAVAILABLE");
        var release = holds + "/" + held.text("hold") + "/release";
        assertThat(service.post(release, "", APPROVAL).status()).isEqualTo(200);

        // an approval is taken back while the gate, which has seen it, is answering
        others.decide(
                question -> {
                    if (others.asked() > 1) {
                        return Optional.of(
                                Decisions.block(
                                        "held", "1.0.0", "production", laneRevision(question)));
                    }
                    var hold = service.post(holds, "", APPROVAL).text("hold");
                    service.post(holds + "/" + hold + "/release", "", APPROVAL);
                    return Optional.of(with(question, List.of(dr)));
                });
        assertThat(start("held", "run-2").status()).isEqualTo(428);
        assertThat(others.asked()).isEqualTo(2);

        others.decide(question -> Optional.of(with(question, List.of(dr))));
        assertThat(start("held", "run-3").status()).isEqualTo(201);
        assertThat(service.post(holds, "", APPROVAL).body().at("/parts/0/started").asBoolean())
                .isTrue();
    }

    @Test
    void aDecisionThatHasNotSeenTheNewestOfItsRequestIsAskedForAgain() {
        var dr = draft("edited-meanwhile");
        post("/v1/deployment-requests/" + dr + "/activate", "");
        var activated = service.get(EventReader.class).head().position();
        others.decide(
                question -> {
                    others.seen(others.asked() == 1 ? activated - 1 : activated);
                    return Optional.of(with(question, List.of(dr)));
                });
        assertThat(start("edited-meanwhile", "run-1").status()).isEqualTo(201);
        assertThat(others.asked()).isEqualTo(2);
    }

    @Test
    void editingAfterActivationMakesApprovalsStale() {
        var dr = draft("edited");
        post("/v1/deployment-requests/" + dr + "/activate", "");
        var body = requestBody("edited", "also-edited");
        var path = "/v1/deployment-requests/" + dr;
        assertThat(service.send("PUT", path, body, ANN).status()).isEqualTo(428);
        var stale = service.send("PUT", path, body, ANN, "If-Match", "\"7\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.body().path("current").path("revision").asInt()).isEqualTo(1);
        assertThat(service.send("PUT", path, body, BOB, "If-Match", "\"1\"").status())
                .as("neither author nor release manager")
                .isEqualTo(403);

        var edited = service.send("PUT", path, body, ANN, "If-Match", "\"1\"");
        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.header("ETag")).contains("\"2\"");
        assertThat(
                        published().stream()
                                .filter(e -> e.subject().equals(dr))
                                .map(EventEnvelope::type))
                .containsExactly("dr.created", "dr.activated", "dr.edited", "dr.stale");
        var snapshot = service.get("/internal/deployment-requests/" + dr, ANN);
        assertThat(snapshot.body().path("content_revision").asInt()).isEqualTo(2);
        assertThat(snapshot.body().path("environments").get(0).path("type").asString())
                .isEqualTo("production");
    }

    @Test
    void aVersionKeepsTheCommitItWasBuiltFrom() {
        var build = "{\"product\":\" Bound \",\"version\":\"1.2.3\",\"scm_sha\":\"%s\"}";
        assertThat(service.post("/v1/builds", build.formatted("aaa"), PIPELINE).status())
                .isEqualTo(201);
        var conflict = service.post("/v1/builds", build.formatted("bbb"), PIPELINE);
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text("code")).isEqualTo("VERSION_SHA_CONFLICT");
        assertThat(conflict.text("detail"))
                .isEqualTo("Version 1.2.3 already exists with different SHA");

        var started =
                report("bound", "1.2.3", "staging", "started", "run-1", "\"scm_sha\":\"bbb\"");
        assertThat(started.text("outcome")).isEqualTo("refused");
        assertThat(started.body().path("decision").path("code").asString())
                .isEqualTo("VERSION_SHA_CONFLICT");
        assertThat(
                        report("bound", "1.2.3", "staging", "completed", "r", "\"scm_sha\":\"bbb\"")
                                .status())
                .isEqualTo(409);
        var versions = service.get("/v1/versions?product=BOUND", ANN).body().path("items");
        assertThat(versions.get(0).path("scm_sha").asString()).isEqualTo("aaa");
    }

    @Test
    void anUnknownEnvironmentIsRefusedWhereSomethingIsEnforced() {
        var refused =
                service.post(
                        "/v1/deployments",
                        """
                        {"product":"typo","version":"1","environment":"Prodution"}""",
                        PIPELINE);
        assertThat(refused.status()).isEqualTo(428);
        assertThat(refused.text("code")).isEqualTo("UNREGISTERED_ENVIRONMENT");
        assertThat(refused.text("detail")).contains("did you mean 'production'");
        var finished = report("typo", "1", "prodution", "completed", "run", "");
        assertThat(finished.status()).isEqualTo(428);
        assertThat(service.get("/v1/environments/prodution", ANN).status()).isEqualTo(404);
    }

    @Test
    void aCompletionThatWasNeverStartedIsUngated() {
        var recorded = report("ungated", "1.0.0", "production", "completed", "run-1", "");
        assertThat(recorded.text("outcome")).isEqualTo("recorded");
        assertThat(recorded.body().path("deployment").path("ungated").asBoolean()).isTrue();
        assertThat(
                        report("ungated", "1.0.0", "production", "completed", "run-1", "")
                                .text("outcome"))
                .isEqualTo("replayed");
        var listed = service.get("/v1/deployments?product=ungated&ungated=true", ANN).body();
        assertThat(listed.path("items").findValuesAsString("version")).containsExactly("1.0.0");
        var others = service.get("/v1/deployments?product=ungated&ungated=false", ANN).body();
        assertThat(others.path("items").size()).isZero();
        assertThat(service.get("/v1/deployments?status=presumed_failed", ANN).status())
                .isEqualTo(200);
    }

    @Test
    void aVetoRejectionHeardOnKafkaRejectsTheRequest() {
        var dr = draft("rejected");
        post("/v1/deployment-requests/" + dr + "/activate", "");
        var data =
                """
                {"rejection_id":"apr_1","dr":"%s","slot":"qa","revision":1,"content_hash":"h",
                 "person":"usr_bob","role":"qa","roles":["qa"],"veto":true,"comment":"no"}"""
                        .formatted(dr);
        var event =
                new EventEnvelope(
                        Sources.APPROVAL,
                        1,
                        0,
                        "1b4e28ba-2fa1-11d2-883f-0016d3cca427",
                        "dr.slot_rejected",
                        1,
                        dr,
                        Instant.parse("2026-11-22T10:00:00Z"),
                        "req-1",
                        null,
                        "user",
                        "usr_bob",
                        "human",
                        "api",
                        null,
                        null,
                        "0".repeat(64),
                        data);
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", TestInfrastructure.kafkaServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(new EnvelopeCodec().toRecord(event));
            producer.flush();
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(state(dr)).isEqualTo("rejected"));
        assertThat(post("/v1/deployment-requests/" + dr + "/activate", "").text("code"))
                .isEqualTo("DR_NOT_OPEN");
    }

    @Test
    void whatIsNotAnsweredInTimeExpiresByItself() {
        var soon = Instant.now().plusMillis(700);
        var late = expiring("expiring", soon);
        var answered = expiring("answered-in-time", soon);
        var unasked = post("/v1/deployment-requests", requestBody("unasked", soon)).text("id");
        others.answered(answered::equals);
        others.counting(false);
        await().atMost(Duration.ofSeconds(20)).until(() -> others.counted(answered) >= 2);
        assertThat(state(late)).as("nobody could say").isEqualTo("in_progress");

        others.counting(true);
        await().atMost(Duration.ofSeconds(20)).until(() -> state(late).equals("expired"));
        assertThat(found("state=expired&product=expiring")).containsExactly(late);
        assertThat(told(late))
                .containsExactly("dr.created", "dr.activated", "dr.edited", "dr.expired");

        int asked = others.counted(answered);
        var next = expiring("expiring-next", Instant.now());
        await().atMost(Duration.ofSeconds(20)).until(() -> state(next).equals("expired"));
        assertThat(others.counted(answered)).as("not asked again").isLessThanOrEqualTo(asked + 1);
        assertThat(state(answered)).isEqualTo("in_progress");
        assertThat(state(unasked)).isEqualTo("draft");

        var path = "/v1/deployment-requests/";
        var activated = post(path + unasked + "/activate", "");
        assertThat(activated.status()).isEqualTo(409);
        assertThat(activated.text("code")).isEqualTo("DR_INCOMPLETE");
        assertThat(post(path + late + "/revise", "").text("state")).isEqualTo("draft");
        assertThat(post(path + late + "/activate", "").text("code")).isEqualTo("DR_INCOMPLETE");
        var later =
                service.send(
                        "PUT",
                        path + late,
                        requestBody("expiring", Instant.now().plusSeconds(600)),
                        ANN,
                        "If-Match",
                        "\"3\"");
        assertThat(later.status()).as(later.raw().body()).isEqualTo(200);
        assertThat(post(path + late + "/activate", "").text("state")).isEqualTo("in_progress");
    }

    @Test
    void nothingFreesARequestFromAnAnswerThatIsOverdue() {
        others.answered(dr -> false);
        var path = "/v1/deployment-requests/";
        for (var way : List.of("cancel", "deactivate", "complete", "edit", "activate")) {
            var end = Instant.now().plusMillis(300);
            var dr = expiring("overdue-" + way, end);
            await().until(() -> !Instant.now().isBefore(end));
            others.counting(false);
            var unknown = change(way, path + dr);
            assertThat(unknown.status()).as(way).isEqualTo(503);
            assertThat(unknown.text("code")).isEqualTo("DECISION_UNAVAILABLE");
            assertThat(state(dr)).isEqualTo("in_progress");

            others.counting(true);
            var refused = change(way, path + dr);
            assertThat(refused.status()).as(way).isEqualTo(409);
            assertThat(refused.text("code")).isEqualTo("DR_NOT_OPEN");
            assertThat(refused.text("detail")).contains(dr + " expired at " + end);
            assertThat(refused.text("state")).isEqualTo("expired");
            assertThat(state(dr)).as(way).isEqualTo("expired");
        }
        others.answered(dr -> true);
        var answered = expiring("overdue-answered", Instant.now());
        assertThat(change("cancel", path + answered).text("state")).isEqualTo("cancelled");
    }

    private static Reply change(String way, String path) {
        return switch (way) {
            case "edit" ->
                    service.send("PUT", path, requestBody("moved"), ANN, "If-Match", "\"2\"");
            case "complete" -> post(path + "/complete", "{\"reason\":\"done\"}");
            default ->
                    service.send("POST", path + "/" + way, "", ANN, "Idempotency-Key", way + path);
        };
    }

    private static String expiring(String product, Instant end) {
        var drafted = post("/v1/deployment-requests", requestBody(product, end.plusSeconds(60)));
        var path = "/v1/deployment-requests/" + drafted.text("id");
        assertThat(post(path + "/activate", "").status()).isEqualTo(200);
        var sooner = service.send("PUT", path, requestBody(product, end), ANN, "If-Match", "\"1\"");
        assertThat(sooner.status()).as(sooner.raw().body()).isEqualTo(200);
        return drafted.text("id");
    }

    private static String requestBody(String product, Instant end) {
        return requestBody(product)
                .replace("\"title\"", "\"request_expires_at\":\"" + end + "\",\"title\"");
    }

    private static List<String> told(String dr) {
        return published().stream()
                .filter(e -> e.subject().equals(dr))
                .map(EventEnvelope::type)
                .toList();
    }

    @Test
    void aNewerRequestMarksTheOlderOnesWhosePlaceItTakes() {
        var path = "/v1/deployment-requests/";
        var draft = shipping("shipped", "1.0.0", "");
        var open = shipping("shipped", "1.1.0", "");
        post(path + open + "/activate", "");
        var same = shipping("shipped", "2.0.0", "");
        var cancelled = shipping("shipped", "1.2.0", "");
        post(path + cancelled + "/cancel", "");
        var named = draft("shipped-renamed");
        var before = service.get(path + open, ANN).body();

        var newer = shipping("shipped", "2.0.0", "\"supersedes\":\"" + named + "\",");
        var newest = shipping("shipped", "3.0.0", "");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(supersededBy(draft))
                                        .as("not by what is a draft itself")
                                        .isEqualTo(open));
        assertThat(post(path + newer + "/activate", "").text("supersedes")).isEqualTo(named);
        for (var older : List.of(draft, open, named)) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(supersededBy(older)).isEqualTo(newer));
        }
        var after = service.get(path + open, ANN).body();
        assertThat(after.path("revision")).isEqualTo(before.path("revision"));
        assertThat(after.path("content_hash")).isEqualTo(before.path("content_hash"));
        assertThat(after.path("state")).isEqualTo(before.path("state"));

        // once more, and then what is followed after it
        post(path + newer + "/deactivate", "");
        post(path + newer + "/activate", "");
        post(path + newest + "/activate", "");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(supersededBy(newer)).isEqualTo(newest));
        assertThat(supersededBy(draft)).isEqualTo(newest);
        assertThat(told(draft))
                .containsExactly("dr.created", "dr.superseded", "dr.superseded", "dr.superseded");
        assertThat(told(named)).containsExactly("dr.created", "dr.superseded");
        assertThat(supersededBy(same)).as("ships the same as one of them").isEqualTo(newest);
        assertThat(supersededBy(cancelled)).isEmpty();
        assertThat(supersededBy(newest)).isEmpty();
    }

    @Test
    void anEditThatCoversTheSameMarksAsWell() {
        var path = "/v1/deployment-requests/";
        var older = shipping("edited-into", "1.0.0", "");
        var newer = shipping("elsewhere", "1.0.0", "");
        post(path + newer + "/activate", "");
        var edited = shippingBody("edited-into", "2.0.0", "");
        assertThat(service.send("PUT", path + newer, edited, ANN, "If-Match", "\"1\"").status())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(supersededBy(older)).isEqualTo(newer));

        var late = shipping("late", "1.0.0", "");
        var open = shipping("late-too", "2.0.0", "");
        post(path + open + "/activate", "");
        var moved = shippingBody("late-too", "1.0.0", "");
        service.send("PUT", path + late, moved, ANN, "If-Match", "\"1\"");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(supersededBy(late)).isEqualTo(open));
    }

    @Test
    void whatItSupersedesIsSettledWhenARequestIsDrafted() {
        var named = draft("settled");
        for (var wrong : List.of("DR-999999", "dr-1", "", "x")) {
            var reply =
                    post(
                            "/v1/deployment-requests",
                            shippingBody("settled", "2.0.0", "\"supersedes\":\"" + wrong + "\","));
            assertThat(reply.status()).as(wrong).isEqualTo(422);
            assertThat(reply.body().path("errors").findValuesAsString("pointer"))
                    .containsExactly("/supersedes");
        }
        var said = "\"supersedes\":\"" + named + "\",";
        var path = "/v1/deployment-requests/" + shipping("settled", "2.0.0", said);
        var again = shippingBody("settled", "2.0.1", said);
        assertThat(service.send("PUT", path, again, ANN, "If-Match", "\"1\"").status())
                .isEqualTo(200);
        var other = again.replace(named, "DR-1");
        assertThat(service.send("PUT", path, other, ANN, "If-Match", "\"2\"").status())
                .isEqualTo(422);
    }

    private static String shipping(String product, String version, String more) {
        var drafted = post("/v1/deployment-requests", shippingBody(product, version, more));
        assertThat(drafted.status()).as(drafted.raw().body()).isEqualTo(201);
        return drafted.text("id");
    }

    private static String shippingBody(String product, String version, String more) {
        return requestBody(product)
                .replace("1.0.0", version)
                .replace("\"title\"", more + "\"title\"");
    }

    private static String supersededBy(String dr) {
        return service.get("/v1/deployment-requests/" + dr, ANN).text("superseded_by");
    }

    @Test
    void everyEventIsOnItsTopicOnceAndInOrder() {
        draft("published");
        var expected = published();
        var found = new ArrayList<EventEnvelope>();
        var codec = new EnvelopeCodec();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", TestInfrastructure.kafkaServers()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            var topic = new TopicPartition(Sources.topic(Sources.DR), 0);
            consumer.assign(List.of(topic));
            consumer.seekToBeginning(List.of(topic));
            await().atMost(Duration.ofSeconds(20))
                    .until(
                            () -> {
                                consumer.poll(Duration.ofMillis(200))
                                        .forEach(record -> found.add(codec.fromRecord(record)));
                                return found.size() >= expected.size();
                            });
        }
        assertThat(found.subList(0, expected.size()))
                .extracting(EventEnvelope::id)
                .containsExactlyElementsOf(expected.stream().map(EventEnvelope::id).toList());
        assertThat(expected)
                .allSatisfy(
                        e ->
                                assertThat(MessageCatalogue.find(e.type(), e.version()))
                                        .as(e.type())
                                        .isPresent());
    }

    @Test
    void theReadModelsAreRebuiltFromTheEvents() {
        draft("rebuilt");
        start("rebuilt", "run-1");
        var before = rows();
        assertThat(before.toString()).contains("rebuilt");
        service.get(InlineProjections.class).rebuild();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void requestsAreFoundByWhatTheySay() {
        var body =
                """
                {"title":"50% of the Frühjahrs-Train","description":"for the customers","release_notes":"faster",
                 "items":[{"product":"Found","version":"1"}],"environments":["staging"],
                 "labels":{"team":"pay,ments:1","size":"big"}}""";
        var found = post("/v1/deployment-requests", body).text("id");
        draft("not-found");
        for (var query :
                List.of(
                        "q=50%25%20of",
                        "q=FR%C3%9CHJAHRS",
                        "q=the%20CUSTOMERS",
                        "q=Faster",
                        "q=" + found.toLowerCase(Locale.ROOT),
                        "product=FOUND",
                        "product=found&environment=Staging&state=draft&author=me",
                        "author=usr_ann&label=Team:pay,ments:1&label=size:big")) {
            assertThat(found(query)).as(query).contains(found).hasSizeLessThan(3);
        }
        for (var query :
                List.of(
                        "q=50_",
                        "q=%25customers",
                        "product=found&environment=production",
                        "product=found&environment=moon",
                        "product=found&state=expired",
                        "product=found&author=usr_bob",
                        "label=team:pay",
                        "label=size:big&label=team:other")) {
            assertThat(found(query)).as(query).isEmpty();
        }

        var path = "/v1/deployment-requests/" + found;
        var edited = body.replace("Found", "moved").replace("big", "small");
        assertThat(service.send("PUT", path, edited, ANN, "If-Match", "\"1\"").status())
                .isEqualTo(200);
        assertThat(found("product=found")).isEmpty();
        assertThat(found("product=moved&label=size:small")).containsExactly(found);
    }

    @Test
    void aTemplateIsWhatARequestBeginsWith() {
        var template =
                """
                {"name":"Weekly","environments":["production"],"contents_policy":"lock","request_expires_in":"P14D",
                 "slots":[{"type":"security","min":2,"locked":true},{"type":"qa"}],
                 "steps":[{"id":"backup","phase":"pre","title":"Back up"}],"labels":{"train":"weekly","size":"big"}}""";
        assertThat(service.post("/v1/templates", template, BOB).status()).isEqualTo(403);
        var created = post("/v1/templates", template);
        assertThat(created.status()).isEqualTo(201);
        var id = created.text("id");
        var body =
                """
                {"template":{"id":"%s"},"title":"From a template","items":[{"product":"templated","version":"1"}],
                 "labels":{"size":"small"},"slots":[%s]}""";

        var drafted = post("/v1/deployment-requests", body.formatted(id, "{\"type\":\"qa\"}"));
        assertThat(drafted.status()).as(drafted.raw().body()).isEqualTo(201);
        assertThat(drafted.body().path("slots").findValuesAsString("id"))
                .as("one without an id is a further one")
                .containsExactly("security", "qa", "qa_2");
        assertThat(drafted.body().path("environments").toString()).isEqualTo("[\"production\"]");
        assertThat(drafted.body().path("steps").findValuesAsString("id")).containsExactly("backup");
        assertThat(drafted.body().path("labels").toString())
                .isEqualTo("{\"size\":\"small\",\"train\":\"weekly\"}");
        assertThat(drafted.text("contents_policy")).isEqualTo("lock");
        assertThat(drafted.text("request_expires_at")).isNotEmpty();
        assertThat(drafted.body().path("template").path("version").asInt()).isEqualTo(1);

        var weakened =
                post(
                        "/v1/deployment-requests",
                        body.formatted(id, "{\"id\":\"security\",\"type\":\"qa\"}"));
        assertThat(weakened.status()).isEqualTo(422);
        assertThat(weakened.text("code")).isEqualTo("SLOT_LOCKED");
        assertThat(weakened.body().path("errors").findValuesAsString("pointer"))
                .containsExactly("/slots/0");
        var overridden =
                post(
                        "/v1/deployment-requests",
                        body.formatted(id, "{\"id\":\"qa\",\"type\":\"qa\",\"min\":3}"));
        assertThat(overridden.body().path("slots").get(1).path("min").asInt()).isEqualTo(3);

        var path = "/v1/deployment-requests/" + drafted.text("id");
        var dropped = service.send("PUT", path, requestBody("templated"), ANN, "If-Match", "\"1\"");
        assertThat(dropped.text("code")).isEqualTo("SLOT_LOCKED");
        var repeated =
                """
                {"title":"T","items":[],"environments":["production"],"slots":[{"type":"security","min":2}]}""";
        var edited = service.send("PUT", path, repeated, ANN, "If-Match", "\"1\"");
        assertThat(edited.status()).as(edited.raw().body()).isEqualTo(200);
        assertThat(edited.body().path("slots").get(0).path("locked").asBoolean()).isTrue();

        changingATemplateChangesNoRequest(id, template, drafted.text("id"));
    }

    private static void changingATemplateChangesNoRequest(
            String id, String template, String request) {
        var before = service.get("/v1/deployment-requests/" + request, ANN).raw().body();
        var path = "/v1/templates/" + id;
        var next = template.replace("Weekly", "Monthly").replace("\"min\":2", "\"min\":1");
        assertThat(service.send("PUT", path, next, ANN).status()).isEqualTo(428);
        var stale = service.send("PUT", path, next, ANN, "If-Match", "\"2\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.body().path("current").path("version").asInt()).isEqualTo(1);
        var changed = service.send("PUT", path, next, ANN, "If-Match", "\"1\"");
        assertThat(changed.header("ETag")).contains("\"2\"");

        assertThat(service.get("/v1/deployment-requests/" + request, ANN).raw().body())
                .isEqualTo(before);
        assertThat(service.get(path + "?version=1", ANN).text("name")).isEqualTo("Weekly");
        assertThat(service.get(path, ANN).text("name")).isEqualTo("Monthly");
        assertThat(service.get(path + "?version=3", ANN).status()).isEqualTo(404);
        var listed = service.get("/v1/templates", ANN).body().path("items").get(0);
        assertThat(listed.path("name").asString()).isEqualTo("Monthly");
        var old =
                """
                {"template":{"id":"%s","version":1},"title":"Old","items":[]}"""
                        .formatted(id);
        assertThat(
                        post("/v1/deployment-requests", old)
                                .body()
                                .path("slots")
                                .get(0)
                                .path("min")
                                .asInt())
                .isEqualTo(2);
    }

    @Test
    void listsOfRequestsArePagedWithTheirFilter() {
        var drafted = List.of(draft("paged"), draft("paged"), draft("paged"));
        var seen = new ArrayList<String>();
        var path = "/v1/deployment-requests?product=paged&limit=2";
        while (!path.isEmpty()) {
            var page = service.get(path, ANN);
            page.body().path("items").forEach(i -> seen.add(i.path("id").asString()));
            path = page.header("Link").map(link -> link.substring(1, link.indexOf('>'))).orElse("");
        }
        assertThat(seen).containsExactlyElementsOf(drafted.reversed());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    POST | /v1/environments        | {"name":"a/b","type":"production"}             | /name
                    POST | /v1/environments        | {"name":"x","type":"moon"}                     | /type
                    POST | /v1/environments        | {"name":"x","type":"test","time_zone":"CET"}   | /time_zone
                    POST | /v1/environments        | {"name":"x","type":"test","colour":"red"}      | /colour
                    POST | /v1/builds              | {"product":"x"}                                | /version
                    POST | /v1/builds              | {"product":"x","version":"1","status":"maybe"} | /status
                    POST | /v1/deployments         | {"product":"x","version":"1"}                  | /environment
                    POST | /v1/deployments         | {"product":7,"version":"1"}                    | /product
                    POST | /v1/deployment-requests | {"items":[]}                                   | /title
                    POST | /v1/deployment-requests | {"title":"t","environments":["moon"]}          | /environments/0
                    POST | /v1/deployment-requests | {"title":"t","items":[{"product":"x"}]}        | /items/0/version
                    POST | /v1/deployment-requests | {"title":"t","items":[null]}                   | /items/0
                    POST | /v1/deployment-requests | {"title":"t","slots":[{"type":"qa","min":0}]}  | /slots/0/min
                    GET  | /v1/deployment-requests?state=x | ''                                       | ?state
                    GET  | /v1/deployment-requests?label=x | ''                                       | ?label
                    POST | /v1/deployment-requests | {"title":"t","slots":[{"type":"qa","locked":true}]} | /slots/0
                    POST | /v1/deployment-requests | {"title":"t","template":{"id":"TPL-999"}}      | /template/id
                    POST | /v1/templates           | {"name":"t","contents_policy":"none"}          | /contents_policy
                    GET  | /v1/templates?limit=0   | ''                                             | ?limit
                    GET  | /v1/deployments?limit=0 | ''                                             | ?limit
                    GET  | /v1/deployments?cursor=x | ''                                            | ?cursor
                    """)
    void badInputNamesTheFieldAndChangesNothing(
            String method, String path, String body, String pointer) {
        long before = head();
        var reply = service.send(method, path, body, ANN);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().path("errors").findValuesAsString("pointer")).contains(pointer);
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void whoMayNotIsRefusedNamingTheScope() {
        for (var path :
                List.of("/v1/environments", "/v1/builds", "/v1/deployments", "/internal/x")) {
            var reply = service.post(path, "{}", BOB);
            assertThat(reply.status()).as(path).isIn(403, 404);
        }
        var reply = service.post("/v1/deployments", "{}", BOB);
        assertThat(reply.text("code")).isEqualTo("SCOPE_INSUFFICIENT");
        assertThat(reply.text("detail")).contains("deployment_report");
    }

    private static void environment(String name, String type, String mode) {
        var body = "{\"name\":\"%s\",\"type\":\"%s\",\"mode\":\"%s\"}".formatted(name, type, mode);
        assertThat(service.post("/v1/environments", body, ANN).status()).isEqualTo(201);
    }

    private static Reply post(String path, String body) {
        return service.post(path, body, ANN);
    }

    private static String draft(String... products) {
        var drafted = post("/v1/deployment-requests", requestBody(products));
        assertThat(drafted.status()).as(drafted.raw().body()).isEqualTo(201);
        assertThat(drafted.header("ETag")).contains("\"1\"");
        return drafted.text("id");
    }

    private static String requestBody(String... products) {
        var items = new ArrayList<String>();
        for (var product : products) {
            items.add("{\"product\":\"%s\",\"version\":\"1.0.0\"}".formatted(product));
        }
        return """
               {"title":"Train","items":[%s],"environments":["Production "],"slots":[{"type":"QA"}]}"""
                .formatted(String.join(",", items));
    }

    @Test
    void aLostRunnerLosesItsLaneAndALateReportCorrectsThat() {
        var lost = leased("lost", "run-a", "PT1S");
        assertThat(lost.status()).as(lost.body().toString()).isEqualTo(201);
        assertThat(lost.text("lease_until")).isNotEmpty();
        var path = "/v1/deployments/" + lost.text("id");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.get(path, ANN).text("status"), "presumed_failed"::equals);

        var beat = service.post(path + "/heartbeat", "", PIPELINE);
        assertThat(beat.status()).isEqualTo(409);
        assertThat(beat.text("code")).isEqualTo("DEPLOYMENT_NOT_RUNNING");
        assertThat(leased("lost", "run-b", "PT1H").status()).isEqualTo(201);
        assertThat(finish(lost, "complete").text("status")).isEqualTo("completed");
        assertThat(service.get(path, ANN).body().path("ungated").asBoolean()).isFalse();
    }

    @Test
    void whatWasRolledBackRunsNoMoreAndTheVersionBeforeItDoes() {
        report("undone", "1.0.0", "production", "completed", "run-1", "");
        var first = firstOf("/v1/deployments?product=undone").path("id").asString();
        report("undone", "2.0.0", "production", "completed", "run-2", "");
        var second = firstOf("/v1/deployments?product=undone&version=2.0.0").path("id").asString();
        var undo = "/v1/deployments/%s/roll-back";

        var early = service.post(undo.formatted(first), "{\"reason\":\"r\"}", PIPELINE);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("code")).isEqualTo("DEPLOYMENT_NOT_CURRENT");
        assertThat(service.post(undo.formatted(second), "{}", PIPELINE).status()).isEqualTo(422);

        var undone = service.post(undo.formatted(second), "{\"reason\":\"errors\"}", PIPELINE);
        assertThat(undone.status()).as(undone.body().toString()).isEqualTo(200);
        assertThat(undone.text("status")).isEqualTo("rolled_back");
        assertThat(firstOf("/v1/deployments?status=rolled_back").path("id").asString())
                .isEqualTo(second);
        assertThat(service.get("/v1/deployments/" + first, ANN).body().has("soak_time_hours"))
                .as("it runs again")
                .isTrue();
        assertThat(service.get("/v1/deployments/" + second, ANN).body().has("soak_time_hours"))
                .isFalse();
        assertThat(service.post(undo.formatted(first), "{\"reason\":\"r\"}", PIPELINE).status())
                .isEqualTo(200);
        assertThat(service.get("/v1/deployments/" + first, ANN).body().has("soak_time_hours"))
                .isFalse();
    }

    private static JsonNode firstOf(String path) {
        return service.get(path, ANN).body().path("items").get(0);
    }

    @Test
    void aHeartbeatKeepsTheLane() {
        var started = leased("beating", "run-a", "PT5S");
        var beat =
                service.post(
                        "/v1/deployments/" + started.text("id") + "/heartbeat",
                        "{\"lease\":\"PT2H\"}",
                        PIPELINE);
        assertThat(beat.status()).as(beat.body().toString()).isEqualTo(200);
        assertThat(Instant.parse(beat.text("lease_until")))
                .isAfter(Instant.now().plus(Duration.ofMinutes(119)));
        assertThat(leased("beating", "run-b", "PT1H").text("code"))
                .isEqualTo("DEPLOYMENT_IN_PROGRESS");
        var bad =
                service.post(
                        "/v1/deployments/" + started.text("id") + "/heartbeat",
                        "{\"lease\":\"P30D\"}",
                        PIPELINE);
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.body().path("errors").toString()).contains("/lease");
    }

    private static Reply leased(String product, String run, String lease) {
        return service.post(
                "/v1/deployments",
                """
                {"product":"%s","version":"1.0.0","environment":"production","invoke_id":"%s","lease":"%s"}"""
                        .formatted(product, run, lease),
                PIPELINE);
    }

    private static Reply start(String product, String run) {
        return service.post(
                "/v1/deployments",
                """
                {"product":"%s","version":"1.0.0","environment":"production","invoke_id":"%s"}"""
                        .formatted(product, run),
                PIPELINE);
    }

    private static Reply finish(Reply started, String how) {
        var reply = service.post("/v1/deployments/" + started.text("id") + "/" + how, "", PIPELINE);
        assertThat(reply.status()).isEqualTo(200);
        return reply;
    }

    private static Reply report(
            String product,
            String version,
            String environment,
            String status,
            String run,
            String more) {
        long wait = more.equals("\"wait\":1") ? 5_000 : 0;
        var extra = more.isEmpty() || wait > 0 ? "" : "," + more;
        return service.post(
                "/internal/deployment-reports",
                """
                {"product_name":"%s","version":"%s","environment_name":"%s","status":"%s",
                 "skip_preflight_checks":false,"extra_metadata":{},"run_key":"%s","run":"%s",
                 "invoke_id":"%s","max_wait_millis":%d%s}"""
                        .formatted(
                                product,
                                version,
                                environment,
                                status,
                                run + status,
                                run,
                                run,
                                wait,
                                extra),
                PIPELINE);
    }

    private static List<String> found(String query) {
        var reply = service.get("/v1/deployment-requests?" + query, ANN);
        assertThat(reply.status()).as(query).isEqualTo(200);
        var ids = new ArrayList<String>();
        reply.body().path("items").forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    private static String state(String dr) {
        return service.get("/v1/deployment-requests/" + dr, ANN).text("state");
    }

    private static long head() {
        return service.get(EventReader.class).head().position();
    }

    private static List<EventEnvelope> published() {
        return service.get(PublishedEvents.class).after(0, 10_000);
    }

    private static GateDecision allow(DecisionRequest question) {
        return with(question, List.of());
    }

    private static GateDecision with(DecisionRequest question, List<String> drs) {
        return Decisions.allow(
                question.product(),
                question.version(),
                question.environment(),
                laneRevision(question),
                drs.toArray(String[]::new));
    }

    private static long laneRevision(DecisionRequest question) {
        return lane(question.product(), question.environment()).revision();
    }

    @SuppressWarnings("unchecked")
    private static Lane lane(String product, String environment) {
        var type = ResolvableType.forClassWithGenerics(Entities.class, Lane.class, LaneEvent.class);
        var lanes = (Entities<Lane, LaneEvent>) service.bean(type);
        return lanes.load(Pair.id(product, environment));
    }

    private static Map<String, List<Map<String, Object>>> rows() {
        var jdbc = service.get(JdbcClient.class);
        return Map.of(
                "requests",
                jdbc.sql(
                                "SELECT id, title, state, revision, products::text, labels::text, words"
                                        + " FROM deployment_request ORDER BY id")
                        .query()
                        .listOfRows(),
                "targets",
                jdbc.sql("SELECT * FROM deployment_request_target ORDER BY 1, 2, 3, 4")
                        .query()
                        .listOfRows(),
                "deployments",
                jdbc.sql(
                                "SELECT id, position, status, ungated, deployed_at, completed_at,"
                                        + " report::text, decision FROM deployment ORDER BY id")
                        .query()
                        .listOfRows(),
                "running",
                jdbc.sql("SELECT * FROM running_version ORDER BY 1, 2").query().listOfRows(),
                "versions",
                jdbc.sql("SELECT * FROM version ORDER BY 1, 2").query().listOfRows(),
                "names",
                jdbc.sql("SELECT * FROM environment_name ORDER BY 1").query().listOfRows());
    }
}
