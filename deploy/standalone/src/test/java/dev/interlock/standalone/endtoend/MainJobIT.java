package dev.interlock.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interlock.standalone.endtoend.Client.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The main job through the gateway, on everything real, in one JVM. */
class MainJobIT {

    private static final String REQUESTS = "/v1/deployment-requests";

    private static Installation installation;

    @BeforeAll
    static void start() {
        installation = Installation.inOneJvm();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private static MainJob train() {
        return new MainJob(installation.admin());
    }

    @Test
    void blocksUntilBothHaveApprovedAndCompletesByItself() {
        var train = train();
        String dr = train.activated();
        var first = train.items.getFirst();

        Answer blocked = train.check(first).expect(200);
        assertThat(blocked.at("/decision")).isEqualTo("block");
        assertThat(blocked.at("/code")).isEqualTo("APPROVAL_REQUIRED");
        assertThat(missingSlots(blocked)).containsExactlyInAnyOrder("qa", "security");
        assertThat(blocked.body()).contains("\"roles\":[\"qa\"", "\"roles\":[\"security\"");

        Answer refused = train.report(first, "started", "run-1").expect(428);
        assertThat(refused.at("/code")).isEqualTo("APPROVAL_REQUIRED");
        assertThat(refused.at("/detail/code")).isEqualTo("APPROVAL_REQUIRED");
        assertThat(refused.at("/detail/error")).isEqualTo("deployment_blocked");
        Answer attempts =
                train.ci
                        .get("/v1/deployments?status=refused&product=" + first.product())
                        .expect(200);
        assertThat(attempts.body()).contains(first.version(), "refused");

        assertThat(train.approve(train.author, dr, "qa", 1).expect(403).at("/code"))
                .isIn("ROLE_NOT_ELIGIBLE", "SELF_APPROVAL_FORBIDDEN");
        train.approve(train.qa, dr, "qa", 1).expect(201);
        assertThat(missingSlots(train.check(first))).containsExactly("security");
        train.approve(train.security, dr, "security", 1).expect(201);
        assertThat(train.check(first).at("/decision")).isEqualTo("allow");

        for (var item : train.items) {
            train.report(item, "started", "run-2").expect(200);
            train.report(item, "success", "run-2").expect(200);
        }
        assertThat(train.state(dr)).isEqualTo("completed");
    }

    private static List<String> missingSlots(Answer check) {
        var slots = new ArrayList<String>();
        for (var finding : check.json().at("/findings")) {
            if (finding.at("/outcome").asString().equals("failed")) {
                for (var waiting : finding.at("/waiting_on")) {
                    slots.add(waiting.at("/slot").asString(""));
                }
            }
        }
        return slots;
    }

    @Test
    void theAuthorMayNotApproveOwnWorkEvenWithTheRole() {
        var train = train();
        String dr =
                train.admin
                        .post("/v1/deployment-requests", train.contents("by the admin"))
                        .expect(201)
                        .at("/id");
        train.admin.post("/v1/deployment-requests/" + dr + "/activate", "").expect(200);

        assertThat(train.approve(train.admin, dr, "qa", 1).expect(403).at("/code"))
                .isEqualTo("SELF_APPROVAL_FORBIDDEN");
        assertThat(train.approve(train.ci, dr, "qa", 1).expect(403).status()).isEqualTo(403);
    }

    @Test
    void ofTwoStartsAtOnceOneWinsAndARetryGetsTheSameAnswer() throws Exception {
        var train = train();
        String dr = train.activated();
        train.approve(train.qa, dr, "qa", 1).expect(201);
        train.approve(train.security, dr, "security", 1).expect(201);
        var item = train.items.getFirst();

        var answers = new ArrayList<Answer>();
        var go = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(4)) {
            var calls = new ArrayList<java.util.concurrent.Future<Answer>>();
            for (int i = 0; i < 4; i++) {
                String invoke = "parallel-" + i;
                calls.add(
                        pool.submit(
                                () -> {
                                    go.await();
                                    return train.report(item, "started", invoke);
                                }));
            }
            go.countDown();
            for (var call : calls) {
                answers.add(call.get(60, TimeUnit.SECONDS));
            }
        }

        assertThat(answers)
                .extracting(Answer::status)
                .containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(answers)
                .filteredOn(a -> a.status() == 409)
                .allSatisfy(a -> assertThat(a.at("/code")).isEqualTo("DEPLOYMENT_IN_PROGRESS"));
        int winner =
                answers.indexOf(
                        answers.stream().filter(a -> a.status() == 200).findFirst().orElseThrow());
        Answer retried = train.report(item, "started", "parallel-" + winner).expect(200);
        assertThat(retried.at("/id")).isEqualTo(answers.get(winner).at("/id"));
    }

    @Test
    void editingTheItemsAfterApprovalMakesApprovalsStale() {
        var train = train();
        String dr = train.activated();
        train.approve(train.qa, dr, "qa", 1).expect(201);
        train.approve(train.security, dr, "security", 1).expect(201);
        var item = train.items.getFirst();
        assertThat(train.check(item).at("/decision")).isEqualTo("allow");

        String edited = train.contents("Release").replace("\"1.4.0\"", "\"1.4.1\"");
        train.author
                .send("PUT", "/v1/deployment-requests/" + dr, edited, "If-Match", "\"1\"")
                .expect(200);

        Answer check = train.check(item);
        assertThat(check.at("/decision")).isEqualTo("block");
        assertThat(check.at("/code")).isEqualTo("APPROVAL_STALE");
        train.report(item, "started", "stale").expect(428);
        assertThat(train.approve(train.qa, dr, "qa", 1).expect(409).at("/code"))
                .isEqualTo("STALE_REVISION");
        train.author
                .send("PUT", "/v1/deployment-requests/" + dr, edited, "If-Match", "\"1\"")
                .expect(412);

        train.approve(train.qa, dr, "qa", 2).expect(201);
        train.approve(train.security, dr, "security", 2).expect(201);
        assertThat(train.check(item).at("/decision")).isEqualTo("allow");
    }

    @Test
    void aReportOnlyEnvironmentLetsItThroughAndListsTheFinding() {
        var train = train();
        String contents = train.contents("To staging").replace("[\"production\"]", "[\"staging\"]");
        String dr = train.author.post("/v1/deployment-requests", contents).expect(201).at("/id");
        train.author.post("/v1/deployment-requests/" + dr + "/activate", "").expect(200);
        var item = train.items.getFirst();

        Answer check = train.check(item, "staging");
        assertThat(check.at("/decision")).isEqualTo("allow");
        assertThat(check.json().at("/would_block").asBoolean(false)).isTrue();
        Answer started = train.report(item, "staging", "started", "s-1").expect(200);
        String finding = "/extra_metadata/preflight_status/rules_evaluated/0";
        assertThat(started.at(finding + "/status")).isEqualTo("report_only");
        assertThat(started.at(finding + "/evaluation_result")).isEqualTo("failed");
        assertThat(started.at(finding + "/error_message")).contains(dr);
    }

    @Test
    void aRejectionBlocksAtOnce() {
        var train = train();
        String dr = train.activated();
        train.approve(train.qa, dr, "qa", 1).expect(201);
        train.security
                .post(
                        "/v1/deployment-requests/" + dr + "/rejections",
                        """
                        {"slot":"security","revision":1,"comment":"an open finding"}""")
                .expect(201);

        Answer check = train.check(train.items.getFirst());
        assertThat(check.at("/decision")).isEqualTo("block");
        assertThat(check.at("/code")).isEqualTo("DR_REJECTED");
        assertThat(train.approve(train.security, dr, "security", 1).status()).isEqualTo(409);

        await().atMost(Duration.ofSeconds(30)).until(() -> train.state(dr).equals("rejected"));
        train.author.post("/v1/deployment-requests/" + dr + "/revise", "").expect(200);
        train.author.post("/v1/deployment-requests/" + dr + "/activate", "").expect(200);
        assertThat(train.approve(train.qa, dr, "qa", 1).status()).isEqualTo(409);
        train.approve(train.qa, dr, "qa", 2).expect(201);
        assertThat(train.check(train.items.getFirst()).at("/decision")).isEqualTo("block");
        train.approve(train.security, dr, "security", 2).expect(201);
        assertThat(train.check(train.items.getFirst()).at("/decision")).isEqualTo("allow");
    }

    @Test
    void whatNobodyAnswersExpiresAndBlocksUntilItIsRevised() {
        var train = train();
        var end = Instant.now().plusSeconds(5);
        String dr = train.author.post(REQUESTS, expiring(train, end)).expect(201).at("/id");
        train.author.post(REQUESTS + "/" + dr + "/activate", "").expect(200);
        train.approve(train.qa, dr, "qa", 1).expect(201);
        String answered =
                train.author
                        .post(
                                REQUESTS,
                                expiring(train, end).replace(",{\"type\":\"security\"}", ""))
                        .expect(201)
                        .at("/id");
        train.author.post(REQUESTS + "/" + answered + "/activate", "").expect(200);
        train.approve(train.qa, answered, "qa", 1).expect(201);

        await().atMost(Duration.ofSeconds(30)).until(() -> train.state(dr).equals("expired"));
        assertThat(train.state(answered)).isEqualTo("in_progress");
        train.author.post(REQUESTS + "/" + answered + "/cancel", "").expect(200);
        assertThat(train.check(train.items.getFirst()).at("/code")).isEqualTo("APPROVAL_EXPIRED");
        Answer cancelled = train.author.post(REQUESTS + "/" + dr + "/cancel", "").expect(409);
        assertThat(cancelled.at("/detail")).contains("expired at " + end);
        assertThat(train.approve(train.security, dr, "security", 1).expect(409).at("/code"))
                .isEqualTo("DR_NOT_OPEN");
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                train.author
                                        .get("/v1/inbox")
                                        .body()
                                        .contains("Expired: not answered"));

        train.author.post(REQUESTS + "/" + dr + "/revise", "").expect(200);
        train.author
                .send("PUT", REQUESTS + "/" + dr, train.contents("Again"), "If-Match", "\"2\"")
                .expect(200);
        train.author.post(REQUESTS + "/" + dr + "/activate", "").expect(200);
        assertThat(train.check(train.items.getFirst()).at("/code")).isEqualTo("APPROVAL_REQUIRED");
    }

    private static String expiring(MainJob train, Instant end) {
        return train.contents("Until")
                .replace("\"title\"", "\"request_expires_at\":\"" + end + "\",\"title\"");
    }

    @Test
    void theOlderRequestsAuthorHearsOfTheNewerOne() {
        var train = train();
        String older = train.activated();
        var item = train.items.getFirst();
        String body = train.contents("Newer").replace(item.version(), "9.9.9");
        String newer = train.admin.post(REQUESTS, body).expect(201).at("/id");
        train.admin.post(REQUESTS + "/" + newer + "/activate", "").expect(200);

        var asked = newer + " now ships " + item.product() + "@9.9.9 to production too";
        await().atMost(Duration.ofSeconds(30))
                .until(() -> train.author.get("/v1/inbox").body().contains(asked));
        assertThat(train.author.get(REQUESTS + "/" + older).expect(200).at("/superseded_by"))
                .isEqualTo(newer);
    }

    @Test
    void anUnknownEnvironmentIsRefusedWithTheNearestName() {
        var train = train();
        Answer refused =
                train.report(train.items.getFirst(), "prodution", "started", "typo").expect(428);
        assertThat(refused.at("/code")).isEqualTo("UNREGISTERED_ENVIRONMENT");
        assertThat(refused.at("/message")).contains("production");
        assertThat(train.check(train.items.getFirst(), "PRODUCTION ").status()).isEqualTo(200);
    }

    @Test
    void theEventsOfARunArePrintedOnceAndInOrder() throws Exception {
        var train = train();
        String dr = train.activated();
        train.approve(train.qa, dr, "qa", 1).expect(201);
        train.approve(train.security, dr, "security", 1).expect(201);

        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> {
                            var events = printed("dr", "approval");
                            assertThat(typesAbout(dr, events))
                                    .containsExactly(
                                            "dr.created",
                                            "dr.activated",
                                            "dr.approved",
                                            "dr.approved",
                                            "dr.fully_approved");
                        });
        for (String source : List.of("dr", "approval")) {
            assertThat(sequences(printed(source))).isNotEmpty().doesNotHaveDuplicates().isSorted();
        }
        var wrong = Script.run(eventsCommand("dr", "rule"), eventsSettings());
        assertThat(wrong.exit()).isEqualTo(64);
        assertThat(wrong.output().lines())
                .singleElement()
                .asString()
                .startsWith("interlock: source: rule (expected: one of dr, ");
    }

    private static List<String> printed(String... sources) throws Exception {
        var result = Script.run(eventsCommand(sources), eventsSettings());
        assertThat(result.exit()).as(result.output()).isZero();
        return result.output().lines().toList();
    }

    /** What {@code ./interlock events} runs. */
    private static String eventsCommand(String... sources) {
        return "'%s/bin/java' -XX:TieredStopAtLevel=1 -cp '%s' dev.interlock.standalone.Events %s"
                .formatted(
                        System.getProperty("java.home"),
                        Checkout.classPath(),
                        String.join(" ", sources));
    }

    private static Map<String, String> eventsSettings() {
        return Map.of("INTERLOCK_DATA", installation.data().toString());
    }

    private static List<String> typesAbout(String subject, List<String> events) {
        return events.stream()
                .filter(event -> header("ce_subject", event).equals(subject))
                .map(event -> header("ce_type", event))
                .toList();
    }

    private static List<Long> sequences(List<String> events) {
        return events.stream().map(event -> Long.valueOf(header("ce_sequence", event))).toList();
    }

    private static String header(String name, String event) {
        var found = Pattern.compile("(?:^|,)" + name + ":([^,\\t]*)").matcher(event);
        assertThat(found.find()).as(event).isTrue();
        return found.group(1);
    }
}
