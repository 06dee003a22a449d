package dev.interlock.rules;

import static dev.interlock.rules.Story.item;
import static dev.interlock.rules.Story.toProduction;
import static java.time.format.DateTimeFormatter.BASIC_ISO_DATE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interlock.contracts.Sources;
import dev.interlock.contracts.approval.ApprovalTypeDefinedV1;
import dev.interlock.contracts.approval.RoleGrantedV1;
import dev.interlock.contracts.approval.SlotApprovedV1;
import dev.interlock.contracts.dr.DeploymentCompletedV1;
import dev.interlock.contracts.dr.DeploymentFailedV1;
import dev.interlock.contracts.dr.DeploymentRefusedV1;
import dev.interlock.contracts.dr.DeploymentRequestActivatedV1;
import dev.interlock.contracts.dr.DeploymentRequestCancelledV1;
import dev.interlock.contracts.dr.DeploymentRequestCreatedV1;
import dev.interlock.contracts.dr.DeploymentRequestView;
import dev.interlock.contracts.dr.DeploymentRolledBackV1;
import dev.interlock.contracts.dr.DeploymentStartedV1;
import dev.interlock.contracts.dr.DrContents;
import dev.interlock.contracts.dr.EnvironmentRegisteredV1;
import dev.interlock.contracts.dr.ProductLabelledV1;
import dev.interlock.contracts.dr.StepCompletedV1;
import dev.interlock.contracts.dr.VersionRegisteredV1;
import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.contracts.identity.Identity;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.contracts.notification.NotificationQueuedV1;
import dev.interlock.edge.IdentitySigner;
import dev.interlock.edge.Positions;
import dev.interlock.eventstore.InlineProjections;
import dev.interlock.eventstream.KafkaSettings;
import dev.interlock.eventstream.Relay;
import dev.interlock.infrastructure.testing.TestInfrastructure;
import dev.interlock.rules.projection.RecordedWorlds;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a real PostgreSQL and a real Kafka; the other owners are stand-ins. */
class RulesEngineServiceIT {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final IdentitySigner SIGNER = new IdentitySigner(SECRET, Clock.systemUTC());
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final List<AutoCloseable> OPEN = new ArrayList<>();

    private static OwnerStandIn dr;
    private static OwnerStandIn approval;
    private static OwnerStandIn notification;
    private static ServletWebServerApplicationContext service;

    record Reply(int status, JsonNode body, String position) {}

    @BeforeAll
    static void start() throws Exception {
        dr = opened(new OwnerStandIn(Sources.DR));
        approval = opened(new OwnerStandIn(Sources.APPROVAL));
        notification = opened(new OwnerStandIn(Sources.NOTIFICATION));
        dr.append(
                "environment.registered",
                "production",
                new EnvironmentRegisteredV1(
                        "production", "e1", "production", "enforce", "UTC", List.of()));
        approval.append(
                "approval_type.defined",
                "qa",
                new ApprovalTypeDefinedV1("qa", "QA", List.of("qa")));
        approval.append("person.role_granted", "usr_q", new RoleGrantedV1("usr_q", "qa"));
        notification.append(
                "notification.queued",
                "ntf-1",
                new NotificationQueuedV1("ntf-1", "usr_q", "approval_requested", "DR-1", "e"));
        var database = TestInfrastructure.freshDatabase();
        var kafka = TestInfrastructure.kafkaServers();
        service =
                (ServletWebServerApplicationContext)
                        new SpringApplicationBuilder(RulesEngineServiceApplication.class)
                                .properties("spring.config.name=rules-engine-service")
                                .run(
                                        "--interlock.port=0",
                                        "--interlock.database.url=" + database.url(),
                                        "--interlock.database.user=" + database.user(),
                                        "--interlock.database.password=" + database.password(),
                                        "--interlock.kafka.servers=" + kafka,
                                        "--interlock.identity.secret=" + SECRET,
                                        "--interlock.services.dr=" + dr.address(),
                                        "--interlock.services.approval=" + approval.address(),
                                        "--interlock.services.notification="
                                                + notification.address());
        OPEN.add(service);
        relay(Sources.DR, dr, kafka);
        relay(Sources.APPROVAL, approval, kafka);
        relay(Sources.NOTIFICATION, notification, kafka);
        await().atMost(LIMIT).until(() -> get("/readyz").status() == 200);
    }

    private static void relay(String source, OwnerStandIn owner, String kafka) {
        var relay =
                opened(
                        new Relay(
                                source,
                                KafkaSettings.of(kafka),
                                service.getBean(DataSource.class),
                                owner.committed(),
                                Clock.systemUTC(),
                                service.getBean(MeterRegistry.class)));
        relay.start();
    }

    private static <T extends AutoCloseable> T opened(T resource) {
        OPEN.add(resource);
        return resource;
    }

    @AfterAll
    static void stop() throws Exception {
        for (var resource : OPEN.reversed()) {
            resource.close();
        }
    }

    @Test
    void whoeverGotAnAnswerToAnApprovalSeesItAtTheGate() {
        open("DR-1", "api", "1");
        var blocked = check("api", "1", "dr=" + dr.head());
        assertThat(blocked.status()).isEqualTo(200);
        assertThat(blocked.body().path("decision").asString()).isEqualTo("block");
        assertThat(blocked.body().path("code").asString()).isEqualTo("APPROVAL_REQUIRED");
        assertThat(blocked.body().path("findings").toString()).contains("usr_q", "\"slot\":\"qa\"");

        long position = approve("DR-1", "qa", "usr_q");
        var half = check("api", "1", "approval=" + position);
        assertThat(half.body().path("as_of").path("approval").asLong())
                .isGreaterThanOrEqualTo(position);
        position = approve("DR-1", "security", "usr_s");
        var allowed = check("api", "1", "approval=" + position);
        assertThat(allowed.body().path("decision").asString()).isEqualTo("allow");
        assertThat(allowed.body().path("allowed").asBoolean()).isTrue();
    }

    @Test
    void aStartIsDecidedWithTheOwnersHeads() {
        open("DR-2", "web", "7");
        approve("DR-2", "qa", "usr_q");
        approve("DR-2", "security", "usr_s");
        var decision = decide("web", "7");
        assertThat(decision.status()).isEqualTo(200);
        assertThat(decision.body().path("allowed").asBoolean()).isTrue();
        assertThat(decision.body().path("as_of").path("dr").asLong())
                .isGreaterThanOrEqualTo(dr.head());
        assertThat(decision.body().path("lane_revision").asLong()).isZero();
    }

    @Test
    void theHistoryOfARequestHoldsItsDecisionsAndItsDeploymentsInTheirOrder() {
        open("DR-71", "told", "1");
        open("DR-711", "told", "1");
        approve("DR-71", "qa", "usr_q");
        var lane = "told@production";
        dr.append(
                "deployment.failed",
                lane,
                new DeploymentFailedV1(
                        "dep_3", "told", "1", "production", List.of("DR-71", "DR-711"), 2));
        dr.append(
                "deployment.failed",
                lane,
                new DeploymentFailedV1("dep_4", "told", "1", "production", List.of("DR-711"), 3));
        dr.append("deployment.mystery", lane, "{\"drs\":\"no list\"}");
        dr.append("dr.cancelled", "DR-71", new DeploymentRequestCancelledV1("DR-71", "given up"));

        var seen = "dr=%d,approval=%d".formatted(dr.head(), approval.head());
        var path = path("DR-71") + "?limit=2";
        var sentences = new ArrayList<String>();
        while (!path.isEmpty()) {
            var page = send("GET", path, "", seen).body();
            page.path("items").forEach(i -> sentences.add(i.path("sentence").asString()));
            var next = page.path("next_cursor").asString("");
            path = next.isEmpty() ? "" : path("DR-71") + "?limit=2&cursor=" + next;
        }
        assertThat(sentences)
                .containsExactlyInAnyOrder(
                        "Drafted: “DR-71”",
                        "Activated: approvers are asked",
                        "Slot qa approved at revision 1 as qa",
                        "Deployment of told 1 to production failed",
                        "Cancelled: given up");
        assertThat(sentences.getFirst()).startsWith("Drafted");
        assertThat(sentences.getLast()).startsWith("Cancelled");
        assertThat(get("/v1/deployment-requests/DR-999/history").status()).isEqualTo(404);
        assertThat(get("/v1/deployment-requests/DR-71/history?cursor=x").status()).isEqualTo(422);
        assertThat(send("GET", path("DR-71"), "", "dr=1000000").status()).isEqualTo(503);
    }

    private static String path(String dr) {
        return "/v1/deployment-requests/" + dr + "/history";
    }

    @Test
    void whatCannotBeProvenFreshIsNotDecided() {
        var ahead = check("api", "1", "dr=1000000");
        assertThat(ahead.status()).isEqualTo(503);
        assertThat(ahead.body().path("code").asString()).isEqualTo("DECISION_UNAVAILABLE");
        assertThat(ahead.body().path("reason").asString()).isEqualTo("behind");

        approval.goAway(true);
        try {
            assertThat(decide("api", "1").status()).isEqualTo(503);
        } finally {
            approval.goAway(false);
        }
        assertThat(decide("api", "1").status()).isEqualTo(200);
    }

    @Test
    void everyDecisionCanBeReadAgain() {
        var decision = check("api", "99", "").body();
        var id = decision.path("id").asString();
        assertThat(decision.path("explain_url").asString()).endsWith("/v1/decisions/" + id);
        assertThat(get("/v1/decisions/" + id).body()).isEqualTo(decision);
        await().atMost(LIMIT)
                .until(
                        () ->
                                service.getBean(JdbcClient.class)
                                                .sql("select count(*) from decision where id = ?")
                                                .param(id)
                                                .query(Long.class)
                                                .single()
                                        == 1);
        assertThat(get("/v1/decisions/" + id).body()).isEqualTo(decision);
        assertThat(get("/v1/decisions/dec_none").status()).isEqualTo(404);
    }

    @Test
    void aPastDecisionIsDecidedAgainOnTheFactsOfThen() {
        open("DR-81", "replayed", "1");
        var blocked = check("replayed", "1", "dr=" + dr.head());
        approve("DR-81", "qa", "usr_q");
        long position = approve("DR-81", "security", "usr_s");
        var allowed = check("replayed", "1", "approval=" + position);
        assertThat(allowed.body().path("allowed").asBoolean()).isTrue();

        for (var then : List.of(blocked, allowed)) {
            var replay = get("/v1/decisions/" + then.body().path("id").asString() + "/replay");
            assertThat(replay.status()).as(replay.body().toString()).isEqualTo(200);
            assertThat(replay.body().path("same").asBoolean())
                    .as(replay.body().toString())
                    .isTrue();
            assertThat(replay.body().path("replayed")).isEqualTo(then.body());
        }
        assertThat(get("/v1/decisions/dec_none/replay").status()).isEqualTo(404);
    }

    @Test
    void theListTheCheckAndTheStartSayTheSameOfEachCandidate() {
        open("DR-91", "listed", "1");
        open("DR-92", "listed", "2");
        approve("DR-91", "qa", "usr_q");
        long position = approve("DR-91", "security", "usr_s");
        var seen = "dr=%d,approval=%d".formatted(dr.head(), position);

        var listed = new HashMap<String, JsonNode>();
        var page = "/v1/environments/production/candidates?limit=1";
        for (var next = page; !next.isEmpty(); ) {
            var body = send("GET", next, "", seen).body();
            body.path("items")
                    .forEach(
                            c ->
                                    listed.put(
                                            c.path("product").asString()
                                                    + c.path("version").asString(),
                                            c));
            var cursor = body.path("next_cursor").asString("");
            next = cursor.isEmpty() ? "" : page + "&cursor=" + cursor;
        }

        for (var version : List.of("1", "2")) {
            var candidate = requireNonNull(listed.get("listed" + version));
            var checked = check("listed", version, seen).body();
            var started = decide("listed", version).body();
            for (var field : List.of("decision", "code", "message", "action", "would_block")) {
                assertThat(candidate.path(field)).as(field).isEqualTo(checked.path(field));
                assertThat(started.path(field)).as(field).isEqualTo(checked.path(field));
            }
        }
        assertThat(requireNonNull(listed.get("listed1")).path("decision").asString())
                .isEqualTo("allow");
        var held = requireNonNull(listed.get("listed2"));
        assertThat(held.path("code").asString()).isEqualTo("APPROVAL_REQUIRED");
        assertThat(held.path("verdict").asString()).isEqualTo("fail");
        assertThat(held.path("missing")).as("every reason, and who can help").hasSize(2);
        assertThat(held.path("missing").get(1).path("waiting_on").get(0).path("slot").asString())
                .isEqualTo("security");
        assertThat(held.path("missing").get(1).path("who_can_fix").get(0).path("slot").asString())
                .isEqualTo("security");
        assertThat(get("/v1/environments/nowhere/candidates").status()).isEqualTo(404);
        assertThat(get("/v1/environments/production/candidates?cursor=eA").status()).isEqualTo(422);
    }

    @Test
    void aReplayTellsWhatDiffersAndWhatWasKeptWithoutItsQuestion() {
        var id = check("changed", "1", "dr=" + dr.head()).body().path("id").asString();
        var jdbc = new JdbcTemplate(service.getBean(DataSource.class));
        await().atMost(LIMIT)
                .until(
                        () ->
                                jdbc.update(
                                                "update decision set body = replace(body, 'allowed: every',"
                                                        + " 'allowed: any') where id = ?",
                                                id)
                                        == 1);
        var replay = get("/v1/decisions/" + id + "/replay").body();
        assertThat(replay.path("same").asBoolean()).isFalse();
        assertThat(replay.path("differences").toString()).isEqualTo("[\"/message\"]");

        jdbc.update("update decision set judged_at = null where id = ?", id);
        var refused = get("/v1/decisions/" + id + "/replay");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("code").asString()).isEqualTo("DECISION_NOT_REPLAYABLE");
    }

    @Test
    void aBacktestSaysWhatARuleWouldHaveBlockedAndPutsItNotInForce() {
        attempt("started", "tested", "1", true);
        dr.append(
                "deployment.completed",
                "tested@production",
                new DeploymentCompletedV1(
                        "dep_tested1", "tested", "1", "production", false, List.of(), 2));
        attempt("started", "tested", "2", true);
        attempt("preflight_failed", "tested", "3", false);
        var rule =
                """
                {"name":"slowly","kind":"cooldown","scope":{"products":["tested"]},"options":{"minimum":"PT1H"}}""";

        var backtest = post("/v1/rules/backtests", "{\"days\":1,\"rule\":" + rule + "}");

        assertThat(backtest.status()).as(backtest.body().toString()).isEqualTo(200);
        assertThat(backtest.body().path("attempts").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(backtest.body().path("in_scope").asInt()).isEqualTo(3);
        assertThat(backtest.body().path("would_block").asInt()).isEqualTo(1);
        assertThat(backtest.body().path("already_blocked").asInt()).isEqualTo(1);
        var hit = backtest.body().path("items").get(0);
        assertThat(hit.path("id").asString()).isEqualTo("dep_tested2");
        assertThat(hit.path("code").asString()).isEqualTo("VERSION_COOLDOWN");
        var suspended =
                rule.strip().substring(0, rule.strip().length() - 1)
                        + ",\"suspension\":{\"until\":\"2099-01-01T00:00:00Z\",\"reason\":\"not yet\"}}";
        assertThat(
                        post("/v1/rules/backtests", "{\"days\":1,\"rule\":" + suspended + "}")
                                .body()
                                .path("would_block")
                                .asInt())
                .as("a draft is tried as if it were in force")
                .isEqualTo(1);
        var forRollbacks =
                rule.replace("[\"tested\"]", "[\"tested\"],\"action_kinds\":[\"rollback\"]");
        var others =
                post("/v1/rules/backtests", "{\"days\":1,\"rule\":" + forRollbacks + "}").body();
        assertThat(others.path("in_scope").asInt()).isEqualTo(3);
        assertThat(others.path("skipped").asInt()).isEqualTo(3);
        assertThat(others.path("would_block").asInt()).isZero();
        assertThat(others.path("as_of").path("dr").asLong()).isGreaterThanOrEqualTo(dr.head());

        var unknown =
                post("/v1/rules/backtests", "{\"replaces\":\"rul_typo\",\"rule\":" + rule + "}");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body().path("errors").toString()).contains("/replaces");
        var other =
                post(
                        "/v1/rules",
                        """
                        {"name":"other","kind":"dr_required","mode":"disabled","scope":{"products":["tested"]}}""");
        var anotherKind =
                post(
                        "/v1/rules/backtests",
                        "{\"replaces\":\"%s\",\"rule\":%s}"
                                .formatted(other.body().path("id").asString(), rule));
        assertThat(anotherKind.status()).isEqualTo(422);
        assertThat(anotherKind.body().path("errors").toString()).contains("/rule/kind");
        assertThat(check("tested", "4", "dr=" + dr.head()).body().path("findings").toString())
                .doesNotContain("VERSION_COOLDOWN");

        var bad =
                post(
                        "/v1/rules/backtests",
                        "{\"days\":1,\"rule\":" + rule.replace("PT1H", "x") + "}");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.body().path("errors").toString()).contains("/rule/options/minimum");
    }

    private static void attempt(String type, String product, String version, boolean allowed) {
        var id = "dep_" + product + version;
        var decision =
                new GateDecision(
                        "dec_" + version,
                        product,
                        version,
                        "production",
                        null,
                        allowed ? GateDecision.Choice.ALLOW : GateDecision.Choice.BLOCK,
                        allowed,
                        allowed ? GateDecision.Verdict.PASS : GateDecision.Verdict.FAIL,
                        false,
                        Finding.Mode.ENFORCE,
                        null,
                        null,
                        "as it was",
                        List.of(),
                        List.of(),
                        List.of(),
                        "deploy",
                        null,
                        null,
                        Map.of("dr", dr.head(), "approval", approval.head()),
                        0,
                        Instant.now(),
                        "/v1/decisions/dec_" + version);
        dr.append(
                "deployment." + type,
                product + "@production",
                allowed
                        ? new DeploymentStartedV1(
                                id,
                                product,
                                version,
                                "production",
                                List.of(),
                                decision,
                                1,
                                null,
                                null,
                                null)
                        : new DeploymentRefusedV1(
                                id, product, version, "production", decision, null, null));
    }

    @Test
    void aDecisionIsToldAsItWasInTheEndAndReplayedAsTheGateMadeIt() {
        var answered = check("refused-later", "1", "dr=" + dr.head()).body();
        assertThat(answered.path("allowed").asBoolean()).isTrue();
        var id = answered.path("id").asString();
        assertThat(get("/v1/decisions/" + id).body()).isEqualTo(answered);

        attempt("preflight_failed", "refused-later", id.substring("dec_".length()), false);
        await().atMost(LIMIT)
                .until(() -> !get("/v1/decisions/" + id).body().path("allowed").asBoolean());
        assertThat(get("/v1/decisions/" + id).body().path("message").asString())
                .isEqualTo("as it was");
        assertThat(get("/v1/decisions/" + id + "/replay").body().path("decision"))
                .isEqualTo(answered);
    }

    @Test
    void whatTheLogHasLostTheAttemptStillSays() {
        attempt("preflight_failed", "lost", "lost-1", false);
        await().atMost(LIMIT).until(() -> get("/v1/decisions/dec_lost-1").status() == 200);
        assertThat(get("/v1/decisions/dec_lost-1").body().path("message").asString())
                .isEqualTo("as it was");
        var replay = get("/v1/decisions/dec_lost-1/replay");
        assertThat(replay.status()).as(replay.body().toString()).isEqualTo(200);
        assertThat(replay.body().path("same").asBoolean()).isFalse();
    }

    @Test
    void whatRunsWhereIsToldForNowAndForAnyPastInstant() {
        completed("shown", "1");
        var between = Instant.now();
        await().atMost(LIMIT).until(() -> Instant.now().isAfter(between.plusMillis(2)));
        completed("shown", "2");

        var now = send("GET", STATE, "", "dr=" + dr.head()).body();
        assertThat(now.path("mode").asString()).isEqualTo("enforce");
        assertThat(shown(now).path("version").asString()).isEqualTo("2");
        assertThat(shown(now).path("gated").asBoolean()).isTrue();
        assertThat(shown(now).path("rejected").asBoolean()).isFalse();
        assertThat(shown(get(STATE + "?at=" + between).body()).path("version").asString())
                .isEqualTo("1");
        assertThat(get(STATE + "?at=2020-01-01T00:00:00Z").status()).isEqualTo(404);
        assertThat(get(STATE + "?at=2999-01-01T00:00:00Z").status()).isEqualTo(422);
        assertThat(get("/v1/environments/nowhere/state").status()).isEqualTo(404);
    }

    @Test
    void theMatrixShowsWhatRunsWhereHowLongAndHowItDrifts() {
        dr.append(
                "environment.registered",
                "lab",
                new EnvironmentRegisteredV1("lab", "e2", "test", "enforce", "UTC", List.of()));
        completed("mat-even", "1");
        completed("mat-odd", "1");
        completed("mat-odd", "lab", "2", true);
        var between = Instant.now();
        await().atMost(LIMIT).until(() -> Instant.now().isAfter(between.plusMillis(2)));
        completed("mat-even", "lab", "1", false);
        completed("mat-odd", "2");

        var seen = "dr=" + dr.head();
        var odd = send("GET", "/v1/state?product=MAT-odd", "", seen).body().path("items").get(0);
        assertThat(odd.path("environments").findValuesAsString("environment"))
                .containsExactly("lab", "production");
        assertThat(odd.path("environments").findValuesAsString("version"))
                .containsExactly("2", "2");
        assertThat(odd.path("drift").path("version_skew").asBoolean()).isFalse();
        assertThat(odd.path("drift").path("ungated").toString()).isEqualTo("[\"lab\"]");
        var clocks = odd.path("environments").findValues("soaked");
        assertThat(clocks.getFirst().path("continuous_current").asString())
                .as("what the gate had not admitted proves nothing")
                .isEqualTo("PT0S");
        await().atMost(LIMIT)
                .until(
                        () ->
                                send("GET", "/v1/state?product=mat-even", "", seen)
                                        .body()
                                        .findValuesAsString("longest_continuous")
                                        .stream()
                                        .map(Duration::parse)
                                        .allMatch(Duration::isPositive));

        assertThat(products("/v1/state?drift=true", seen)).contains("mat-odd");
        assertThat(products("/v1/state?drift=true", seen)).doesNotContain("mat-even");
        assertThat(products("/v1/state?drift=false", seen)).contains("mat-even");
        var then = get("/v1/state?product=mat-odd&at=" + between).body().path("items").get(0);
        assertThat(then.path("drift").path("versions").toString()).isEqualTo("[\"1\",\"2\"]");
        assertThat(then.path("drift").path("version_skew").asBoolean()).isTrue();
        assertThat(products("/v1/state?at=2020-01-01T00:00:00Z", "")).isEmpty();

        var first = send("GET", "/v1/state?limit=1", "", seen).body();
        var next = get("/v1/state?limit=1&cursor=" + first.path("next_cursor").asString()).body();
        assertThat(next.path("items").get(0).path("product").asString())
                .isGreaterThan(first.path("items").get(0).path("product").asString());
        assertThat(get("/v1/state?cursor=x").status()).isEqualTo(422);
        assertThat(get("/v1/state?at=2999-01-01T00:00:00Z").status()).isEqualTo(422);
    }

    @Test
    void whatWasRolledBackRunsNoMoreAndIsToldOfTheTimeBefore() {
        completed("undone", "1");
        completed("undone", "2");
        var between = Instant.now();
        await().atMost(LIMIT).until(() -> Instant.now().isAfter(between.plusMillis(2)));
        dr.append(
                "deployment.rolled_back",
                "undone@production",
                new DeploymentRolledBackV1(
                        "dep_undone2", "undone", "2", "production", "1", List.of(), "errors", 3));
        var path = "/v1/state?product=undone";
        var now = send("GET", path, "", "dr=" + dr.head()).body();
        assertThat(now.findValuesAsString("version")).containsExactly("1");
        assertThat(Instant.parse(now.findValuesAsString("running_since").getFirst()))
                .isAfter(between);
        assertThat(get(path + "&at=" + between).body().findValuesAsString("version"))
                .containsExactly("2");
        var again = check("undone", "2", "dr=" + dr.head()).body();
        assertThat(again.path("action").asString()).isEqualTo("deploy");
    }

    private static List<String> products(String path, String atLeast) {
        return send("GET", path + "&limit=200", "", atLeast)
                .body()
                .path("items")
                .findValuesAsString("product");
    }

    private static final String STATE = "/v1/environments/Production/state";

    private static JsonNode shown(JsonNode state) {
        return state.path("products")
                .valueStream()
                .filter(p -> p.path("product").asString().equals("shown"))
                .findFirst()
                .orElseThrow();
    }

    private static void completed(String product, String version) {
        completed(product, "production", version, false);
    }

    private static void completed(
            String product, String environment, String version, boolean ungated) {
        dr.append(
                "deployment.completed",
                product + "@" + environment,
                new DeploymentCompletedV1(
                        "dep_" + product + version,
                        product,
                        version,
                        environment,
                        ungated,
                        List.of(),
                        1));
    }

    @Test
    void whatRunsElsewhereAndWasNeverThereMayComeNext() {
        completed("next-up", "attic", "2", false);
        completed("next-up", "1");
        completed("next-down", "1");
        completed("next-down", "2");
        completed("next-down", "attic", "1", false);
        var seen = "dr=" + dr.head();
        var listed =
                send("GET", "/v1/environments/production/candidates?limit=200", "", seen)
                        .body()
                        .path("items");
        var versions =
                listed.valueStream()
                        .filter(c -> c.path("product").asString().startsWith("next-"))
                        .map(c -> c.path("product").asString() + " " + c.path("version").asString())
                        .toList();
        assertThat(versions)
                .as("1 was there before: that is no way on")
                .containsExactly("next-up 2");
    }

    @Test
    void curlCanFailOnABlock() {
        open("DR-3", "curl", "1");
        var body = "{\"product\":\"CURL \",\"version\":\"1\",\"environment\":\"Production\"}";
        var refused = send("POST", "/v1/gate/checks?fail_on=block", body, "dr=" + dr.head());
        assertThat(refused.status()).isEqualTo(428);
        assertThat(refused.body().path("code").asString()).isEqualTo("APPROVAL_REQUIRED");
        assertThat(refused.body().path("findings").size()).isGreaterThan(2);
        assertThat(refused.body().path("type").asString()).isEqualTo("/problems/APPROVAL_REQUIRED");
    }

    @Test
    void aRuleBecomesEffectiveWithItsAnswerAndKeepsItsVersions() {
        var invalid =
                send(
                        "POST",
                        "/v1/rules",
                        "{\"name\":\"a,b\",\"kind\":\"dr_required\",\"mode\":\"maybe\","
                                + "\"options\":{\"slot_types\":[1],\"x\":2}}",
                        "");
        assertThat(invalid.status()).isEqualTo(422);
        assertThat(invalid.body().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/name", "/mode", "/options/slot_types/0", "/options/x");

        var rule =
                "{\"name\":\"needs a request\",\"kind\":\"dr_required\",\"mode\":\"%s\","
                        + "\"scope\":{\"products\":[\"Ruled\"],\"environments\":[\"production\"]}}";
        var created = send("POST", "/v1/rules", rule.formatted("enforce"), "");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body().path("sentence").asString()).contains("must cover");
        var blocked = check("ruled", "1", created.position());
        assertThat(blocked.body().path("code").asString()).isEqualTo("DR_REQUIRED");

        var path = "/v1/rules/" + created.body().path("id").asString();
        var changed = send("PUT", path, rule.formatted("report_only"), "");
        assertThat(changed.body().path("version").asInt()).isEqualTo(2);
        var reported = check("ruled", "1", changed.position());
        assertThat(reported.body().path("allowed").asBoolean()).isTrue();
        assertThat(reported.body().path("would_block").asBoolean()).isTrue();
        assertThat(get(path + "/versions").body().path("items").size()).isEqualTo(2);
        assertThat(send("PUT", "/v1/rules/rul_x", rule.formatted("enforce"), "").status())
                .isEqualTo(404);
    }

    @Test
    void aRuleForNewVersionsLetsOlderOnesBeAtTheGateAndInABacktest() {
        seen("aged", "1");
        attempt("started", "aged", "1", true);
        var between = Instant.now();
        await().atMost(LIMIT).until(() -> Instant.now().isAfter(between.plusMillis(2)));
        seen("aged", "2");
        attempt("started", "aged", "2", true);
        var rule =
                """
                {"name":"needs a request","kind":"dr_required","scope":{"products":["aged"]},"applies_to":%s}""";

        for (var bad : List.of("{}", "{\"created_after\":null}")) {
            var reply = post("/v1/rules", rule.formatted(bad));
            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.body().path("errors").findValuesAsString("pointer"))
                    .containsExactly("/applies_to/created_after");
        }
        for (var bad : List.of("\"created_after\"", "{\"created_after\":\"May\"}")) {
            var reply = post("/v1/rules", rule.formatted(bad));
            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.body().path("errors").toString()).contains("/applies_to");
        }

        var forNewOnes = rule.formatted("{\"created_after\":\"%s\"}".formatted(between));
        var backtest = post("/v1/rules/backtests", "{\"days\":1,\"rule\":" + forNewOnes + "}");
        assertThat(backtest.body().path("items").findValuesAsString("id"))
                .as(backtest.body().toString())
                .containsExactly("dep_aged2");

        var created = post("/v1/rules", forNewOnes);
        assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
        assertThat(created.body().path("applies_to").path("created_after").asString())
                .isEqualTo(between.toString());
        var positions = created.position() + ",dr=" + dr.head();
        var old = check("aged", "1", positions).body().path("findings").toString();
        assertThat(old).contains("versions first seen at " + between + " or later");
        assertThat(old).doesNotContain("\"code\":\"DR_REQUIRED\",\"outcome\":\"failed\"");
        var young = check("aged", "2", positions).body().path("findings").toString();
        assertThat(young).contains("\"code\":\"DR_REQUIRED\",\"outcome\":\"failed\"");
    }

    @Test
    void whatRulesAreUsuallyMayBeSaidInSoManyWords() {
        var rule =
                "{\"name\":\"said\",\"kind\":\"dr_required\",\"scope\":{\"products\":[\"said\"]},%s}";
        var all = post("/v1/rules", rule.formatted("\"applies_to\":\"all\""));
        assertThat(all.status()).as(all.body().toString()).isEqualTo(201);
        assertThat(all.body().has("applies_to")).isFalse();

        var suspended = rule.formatted("\"mode\":\"suspended_until\"%s");
        var without = post("/v1/rules", suspended.formatted(""));
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.body().path("errors").findValuesAsString("pointer"))
                .containsExactly("/suspension");
        var until = ",\"suspension\":{\"until\":\"2099-01-01T00:00:00Z\",\"reason\":\"not yet\"}";
        var with = post("/v1/rules", suspended.formatted(until));
        assertThat(with.status()).as(with.body().toString()).isEqualTo(201);
        assertThat(with.body().path("mode").asString()).isEqualTo("enforce");
        assertThat(with.body().path("suspension").path("until").asString())
                .isEqualTo("2099-01-01T00:00:00Z");
    }

    @Test
    void aRuleForALabelHoldsFromWhenTheProductHasItAlsoInABacktest() {
        attempt("started", "worn", "1", true);
        labelled("worn", Map.of("pci", "yes"));
        attempt("started", "worn", "2", true);
        var rule =
                """
                {"name":"needs a request","kind":"dr_required","scope":{"product_labels":["%s"]}}""";

        var refused = post("/v1/rules", rule.formatted(":x"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").findValuesAsString("pointer"))
                .contains("/scope/product_labels/0");

        var forCards = rule.formatted("PCI:yes");
        var backtest = post("/v1/rules/backtests", "{\"days\":1,\"rule\":" + forCards + "}");
        assertThat(backtest.body().path("items").findValuesAsString("id"))
                .as(backtest.body().toString())
                .containsExactly("dep_worn2");

        var created = post("/v1/rules", forCards);
        assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
        assertThat(created.body().path("scope").path("product_labels").toString())
                .isEqualTo("[\"pci:yes\"]");
        var path = "/v1/rules/" + created.body().path("id").asString();
        assertThat(get(path).body().path("scope")).isEqualTo(created.body().path("scope"));
        assertThat(check("worn", "3", created.position()).body().toString())
                .contains("\"code\":\"DR_REQUIRED\",\"outcome\":\"failed\"");
        assertThat(check("bare", "3", created.position()).body().toString())
                .doesNotContain("\"code\":\"DR_REQUIRED\",\"outcome\":\"failed\"");

        labelled("worn", Map.of());
        assertThat(check("worn", "3", "dr=" + dr.head()).body().toString())
                .doesNotContain("\"code\":\"DR_REQUIRED\",\"outcome\":\"failed\"");
    }

    private static void labelled(String product, Map<String, String> labels) {
        dr.append("product.labelled", product, new ProductLabelledV1(product, labels));
    }

    private static void seen(String product, String version) {
        dr.append(
                "version.registered",
                product + "@" + version,
                new VersionRegisteredV1(product, version, "ver_" + version));
    }

    @Test
    void whatIsLeftToBeDoneAfterADeploymentHoldsUpTheNext() {
        var step =
                new DrContents.Step(
                        "smoke",
                        "post",
                        "Smoke tests",
                        "manual",
                        true,
                        null,
                        null,
                        "qa",
                        Instant.parse("2026-01-01T00:00:00Z"));
        var contents =
                new DrContents(
                        List.of(item("left", "1")),
                        List.of("production"),
                        List.of(),
                        List.of(step));
        dr.append(
                "dr.created",
                "DR-61",
                new DeploymentRequestCreatedV1("DR-61", "DR-61", "usr_a", 1, "h-61", contents));
        dr.append("dr.activated", "DR-61", new DeploymentRequestActivatedV1("DR-61", 1, "h-61"));
        dr.append(
                "deployment.completed",
                "left@production",
                new DeploymentCompletedV1(
                        "dep_l", "left", "1", "production", false, List.of("DR-61"), 1));
        var rule =
                """
                {"name":"tidy","kind":"steps","scope":{"products":["left"]},"options":%s}""";
        var bad = post("/v1/rules", rule.formatted("{\"phases\":[\"pre\"],\"blocks_next\":true}"));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.body().path("errors").findValuesAsString("pointer"))
                .containsExactly("/options/blocks_next");
        var created = post("/v1/rules", rule.formatted("{\"blocks_next\":true}"));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body().path("options").path("phases").size()).isEqualTo(2);

        var seen = created.position() + ",dr=" + dr.head();
        var blocked = check("left", "2", seen).body();
        assertThat(blocked.path("code").asString()).isEqualTo("STEPS_INCOMPLETE");
        assertThat(blocked.path("findings").toString()).contains("\"slot\":\"smoke\"", "usr_q");

        dr.append(
                "dr.step_completed",
                "DR-61",
                new StepCompletedV1("DR-61", "smoke", "usr_q", Instant.now()));
        assertThat(check("left", "2", "dr=" + dr.head()).body().path("allowed").asBoolean())
                .isTrue();
    }

    @Test
    void someProductsTakeTurns() {
        var rule =
                """
                {"name":"turns","kind":"concurrency",
                 "scope":{"products":["turn-a","turn-b"]},"options":%s}""";
        var bad = post("/v1/rules", rule.formatted("{\"maximum\":0}"));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.body().path("errors").findValuesAsString("pointer"))
                .containsExactly("/options/maximum");
        var created = post("/v1/rules", rule.formatted("{\"maximum\":1}"));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body().path("sentence").asString())
                .isEqualTo("no more than 1 deployments to an environment may run at once");

        attempt("started", "turn-a", "1", true);
        var seen = created.position() + ",dr=" + dr.head();
        var held = check("turn-b", "1", seen).body();
        assertThat(held.path("code").asString()).isEqualTo("DEPLOYMENT_IN_PROGRESS");
        assertThat(held.path("message").asString()).contains("turn-a 1 in production");
        assertThat(check("turn-c", "1", seen).body().path("allowed").asBoolean()).isTrue();
        completed("turn-a", "1");
        assertThat(check("turn-b", "1", "dr=" + dr.head()).body().path("allowed").asBoolean())
                .isTrue();
    }

    /** All of yesterday, today and tomorrow, in the zone of whoever uses it. */
    private static String calendar(String properties) {
        var today = LocalDate.now(ZoneOffset.UTC);
        return String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "BEGIN:VEVENT",
                "UID:jubilee",
                "DTSTART;VALUE=DATE:" + BASIC_ISO_DATE.format(today.minusDays(1)),
                "DTEND;VALUE=DATE:" + BASIC_ISO_DATE.format(today.plusDays(2)),
                properties,
                "END:VEVENT",
                "END:VCALENDAR",
                "");
    }

    /**
     * @param ifMatch empty = none
     */
    private static HttpResponse<String> calendar(
            String method, String path, String ifMatch, String body) {
        try {
            var request =
                    HttpRequest.newBuilder(uri("/v1/" + path))
                            .timeout(LIMIT)
                            .header(
                                    Identity.HEADER,
                                    SIGNER.sign(identity(Set.of(Permission.values()))))
                            .header("Content-Type", "text/calendar; charset=utf-8")
                            .method(method, BodyPublishers.ofString(body));
            if (!ifMatch.isEmpty()) {
                request.header("If-Match", ifMatch);
            }
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (Exception e) {
            throw new AssertionError(method + " " + path, e);
        }
    }

    @Test
    void aCalendarClosesWhereARuleNamesItAndKeepsItsVersions() {
        var rule =
                """
                {"name":"jubilees","kind":"schedule","scope":{"products":["jubilant","merry"],"environments":["production"]},
                 "options":{"deny":[{"start":"2020-01-01T00:00","zone":"UTC","duration":"PT1H"},
                                    {"calendar":"Jubilees","zone":"UTC"}]}}""";
        for (var reply :
                List.of(
                        post("/v1/rules", rule),
                        post("/v1/rules/backtests", "{\"rule\":" + rule + "}"))) {
            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.body().path("errors").toString())
                    .contains("/options/deny/1/calendar")
                    .contains("calendar jubilees does not exist");
        }
        assertThat(calendar("PUT", "calendars/jubilees", "\"1\"", calendar("X-A:b")).statusCode())
                .isEqualTo(404);
        var imported = calendar("PUT", "calendars/Jubilees", "", calendar("SUMMARY:Jubilee"));
        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(201);
        assertThat(imported.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(imported.headers().firstValue("Location")).hasValue("/v1/calendars/jubilees");
        var again = calendar("X-A:b");
        assertThat(calendar("PUT", "calendars/jubilees", "", again).statusCode()).isEqualTo(428);
        assertThat(calendar("PUT", "calendars/jubilees", "\"7\"", again).statusCode())
                .isEqualTo(412);

        attempt("started", "merry", "0", true);
        var backtest = post("/v1/rules/backtests", "{\"days\":1,\"rule\":" + rule + "}");
        assertThat(backtest.body().path("would_block").asInt())
                .as(backtest.body().toString())
                .isEqualTo(1);

        var created = post("/v1/rules", rule);
        assertThat(created.body().path("sentence").asString())
                .contains("by calendar jubilees (UTC)");
        var closed = check("jubilant", "1", created.position());
        assertThat(closed.body().path("code").asString()).isEqualTo("NO_DEPLOY_WINDOW");
        assertThat(closed.body().toString()).contains("calendar jubilees version 1");
        assertThat(closed.body().path("retry_after").asString()).endsWith("T00:00:00Z");
        var feed = calendar("GET", "environments/production/schedule.ics", "", "");
        assertThat(feed.headers().firstValue("Content-Type"))
                .hasValue("text/calendar;charset=utf-8");
        assertThat(feed.body()).contains("SUMMARY:Closed: Jubilee (jubilees)");
        assertThat(calendar("GET", "environments/production/schedule.ics?product=x", "", "").body())
                .doesNotContain("Jubilee");

        var cancelled = calendar("STATUS:CANCELLED");
        var off = calendar("PUT", "calendars/jubilees", "\"1\"", cancelled);
        assertThat(off.statusCode()).isEqualTo(200);
        assertThat(off.body()).contains("\"cancelled\":[\"jubilee\"]").contains("\"version\":2");
        assertThat(calendar("PUT", "calendars/jubilees", "*", cancelled).body())
                .contains("\"version\":2");
        var position = off.headers().firstValue(Positions.HEADER).orElseThrow();
        assertThat(check("jubilant", "1", position).body().toString())
                .contains("calendar jubilees version 2")
                .doesNotContain("NO_DEPLOY_WINDOW\",\"outcome\":\"failed");

        var replay = get("/v1/decisions/" + closed.body().path("id").asString() + "/replay");
        assertThat(replay.body().path("same").asBoolean()).as(replay.body().toString()).isTrue();
        assertThat(replay.body().toString()).contains("calendar jubilees version 1");

        assertThat(get("/v1/calendars").body().path("items").toString()).contains("jubilees");
        assertThat(get("/v1/calendars/jubilees/versions").body().path("items").size()).isEqualTo(2);
        assertThat(get("/v1/calendars/jubilees/versions/1").body().toString()).contains("Jubilee");
        assertThat(get("/v1/calendars/jubilees/versions/3").status()).isEqualTo(404);
        assertThat(calendar("GET", "calendars/jubilees.ics", "", "").body())
                .startsWith("BEGIN:VCALENDAR")
                .doesNotContain("VEVENT");

        var used = calendar("DELETE", "calendars/jubilees", "\"2\"", "");
        assertThat(used.statusCode()).isEqualTo(409);
        assertThat(used.body()).contains(created.body().path("id").asString());
        var without = rule.replaceAll(",\\s*\\{\"calendar.*?}", "");
        var path = "/v1/rules/" + created.body().path("id").asString();
        assertThat(send("PUT", path, without, "").status()).isEqualTo(200);
        assertThat(calendar("DELETE", "calendars/jubilees", "\"2\"", "").statusCode())
                .isEqualTo(204);
        assertThat(get("/v1/calendars/jubilees").status()).isEqualTo(404);
        assertThat(get("/v1/calendars/jubilees/versions/2").status()).isEqualTo(200);
        assertThat(calendar("PUT", "calendars/jubilees", "", cancelled).body())
                .contains("\"version\":3");
    }

    @Test
    void aFreezeStopsDeploymentsFromItsAnswerUntilItIsThawed() {
        var end = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
        var later = end.plusSeconds(3600);
        var invalid = send("POST", "/v1/freezes", "{\"incident_url\":\"ftp://x\"}", "");
        assertThat(invalid.status()).isEqualTo(422);
        assertThat(invalid.body().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/reason", "/incident_url", "/expires_at");

        var body =
                "{\"reason\":\"incident\",\"expires_at\":\"%s\",\"scope\":{\"products\":[\"Frozen\"]}}"
                        .formatted(end);
        var limited = identity(Set.of(Permission.FREEZE), List.of("frozen"));
        assertThat(send("POST", "/v1/freezes", body.replace("Frozen", "x"), "", limited).status())
                .isEqualTo(403);
        var active = send("POST", "/v1/freezes", body, "", limited);
        assertThat(active.status()).isEqualTo(201);
        assertThat(active.body().path("state").asString()).isEqualTo("active");
        var path = "/v1/freezes/" + active.body().path("id").asString();

        var blocked = check("frozen", "1", active.position());
        assertThat(blocked.body().path("code").asString()).isEqualTo("FREEZE_ACTIVE");
        assertThat(blocked.body().path("http_status").asInt()).isEqualTo(423);
        assertThat(blocked.body().path("retry_after").asString()).isEqualTo(end.toString());
        assertThat(decide("frozen", "1").body().path("allowed").asBoolean()).isFalse();
        assertThat(check("warm", "1", active.position()).body().path("allowed").asBoolean())
                .isTrue();

        var extension = "{\"reason\":\"not fixed\",\"expires_at\":\"%s\"}".formatted(later);
        var extended = send("POST", path + "/extend", extension, "", limited);
        assertThat(extended.status()).isEqualTo(200);
        var longer = check("frozen", "1", extended.position()).body();
        assertThat(longer.path("retry_after").asString()).isEqualTo(later.toString());
        assertThat(ids("/v1/freezes?active=true")).contains(id(active));
        assertThat(ids("/v1/freezes?active=false")).doesNotContain(id(active));

        var reason = "{\"reason\":\"fixed\"}";
        assertThat(send("POST", path + "/thaw", reason, "", limited).status()).isEqualTo(403);
        var thawed = send("POST", path + "/thaw", reason, "");
        assertThat(thawed.body().path("state").asString()).isEqualTo("thawed");
        assertThat(check("frozen", "1", thawed.position()).body().path("allowed").asBoolean())
                .isTrue();
        assertThat(send("POST", path + "/thaw", reason, "").body()).isEqualTo(thawed.body());
        var ended = send("POST", path + "/extend", extension, "");
        assertThat(ended.status()).isEqualTo(409);
        assertThat(ended.body().path("code").asString()).isEqualTo("FREEZE_ENDED");
        assertThat(ended.body().path("ended_at")).isEqualTo(thawed.body().path("thawed_at"));
        assertThat(ids("/v1/freezes?active=true")).doesNotContain(id(active));
        assertThat(send("POST", "/v1/freezes/frz_x/thaw", reason, "").status()).isEqualTo(404);

        assertThat(get(path).body()).isEqualTo(thawed.body());
        service.getBean(InlineProjections.class).rebuild();
        assertThat(get(path).body()).isEqualTo(thawed.body());
        var rebuilt = send("POST", "/v1/projections/rebuild", "", "").body();
        assertThat(rebuilt.path("same").asBoolean()).as(rebuilt.toString()).isTrue();
    }

    private static String id(Reply freeze) {
        return freeze.body().path("id").asString();
    }

    private static List<String> ids(String path) {
        return get(path).body().path("items").findValuesAsString("id");
    }

    /** More than are read in one go; nothing is left out or told twice where one page ends. */
    @Test
    void thePastIsReadWholeByThreadsThatDoNotServeTheGate() throws Exception {
        int versions = 4_200;
        for (int i = 0; i < versions; i++) {
            dr.append(
                    "version.registered",
                    "paged@" + i,
                    new VersionRegisteredV1("paged", "v" + i, "ver_" + i));
        }
        attempt("preflight_failed", "paged", "v0", false);
        awaitAudit();
        var worlds = service.getBean(RecordedWorlds.class);

        assertThat(worlds.at(Map.of(Sources.DR, dr.head())).position(Sources.DR))
                .isEqualTo(dr.head());
        var then = worlds.at(Instant.now(), Map.of(Sources.DR, dr.head()));
        for (int i = 0; i < versions; i++) {
            assertThat(then.version("paged", "v" + i).firstSeen()).as("v%d", i).isNotNull();
        }
        var attempts = new ArrayList<String>();
        var virtual = new ArrayList<Boolean>();
        var reader =
                Thread.startVirtualThread(
                        () ->
                                worlds.attempts(
                                        Instant.EPOCH,
                                        Map.of(Sources.DR, dr.head()),
                                        (attempt, before) -> {
                                            attempts.add(attempt.id());
                                            virtual.add(Thread.currentThread().isVirtual());
                                        }));
        assertThat(reader.join(LIMIT)).isTrue();
        assertThat(attempts).containsOnlyOnce("dep_pagedv0");
        assertThat(virtual).containsOnly(false);
    }

    @Test
    void aRecordNobodyCanReadParksItsEntityAndNothingElse() {
        open("DR-4", "poisoned", "1");
        approve("DR-4", "qa", "usr_q");
        approval.append("dr.approved", "DR-4", "{\"approval_id\":17,\"dr\":{}}");
        long position = approve("DR-4", "security", "usr_s");
        var blocked = check("poisoned", "1", "approval=" + position + ",dr=" + dr.head());
        assertThat(blocked.body().path("decision").asString()).isEqualTo("block");
        assertThat(blocked.body().path("findings").toString()).contains("POLICY_ERROR");
        assertThat(check("unpoisoned", "1", "").body().path("allowed").asBoolean()).isTrue();
        assertThat(get("/v1/projections").body().path("world").path("parked").toString())
                .contains("approval:dr:DR-4");
    }

    @Test
    void aRequestWhoseCreationNobodyCanReadBlocksEverythingUntilItsOwnerSaysWhatItCovers() {
        long position = dr.append("dr.created", "DR-9", "{\"dr\":{}}");
        var everything = check("anything", "1", "dr=" + position);
        assertThat(everything.body().path("code").asString()).isEqualTo("POLICY_ERROR");

        // what it covers is missing: there is no sense in it
        dr.tell(
                "DR-9",
                """
                {"id":"DR-9","title":"Release","state":"in_progress","revision":1,"content_revision":1,
                 "revised_at":0,"content_hash":"h","author":"usr_a","last_editor":"usr_a","builders":[],
                 "environments":[],"position":1}""");
        await().atMost(Duration.ofSeconds(20)).until(() -> dr.timesTold() >= 2);
        assertThat(check("anything", "1", "").body().path("allowed").asBoolean()).isFalse();

        dr.tell(
                "DR-9",
                new DeploymentRequestView(
                        "DR-9",
                        "Release",
                        "in_progress",
                        1,
                        1,
                        0,
                        "h-DR-9",
                        "usr_a",
                        "usr_a",
                        List.of(),
                        toProduction(item("covered-by-nine", "1")),
                        List.of(new DeploymentRequestView.Target("production", "production")),
                        Map.of(),
                        List.of(new DeploymentRequestView.Hash(1, "h-DR-9")),
                        null,
                        position));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> check("anything", "1", "").body().path("allowed").asBoolean());
        var covered = check("covered-by-nine", "1", "");
        assertThat(covered.body().path("decision").asString()).isEqualTo("block");
        assertThat(covered.body().path("findings").toString()).contains("POLICY_ERROR");
    }

    @Test
    void theAuditLogHasEveryEventOfAllSourcesAndProvesIt() {
        open("DR-5", "audited", "1");
        awaitAudit();
        var found = get("/v1/audit?subject=DR-5&order=oldest_first").body().path("items");
        assertThat(found.size()).isEqualTo(2);
        assertThat(found.get(0).path("type").asString()).isEqualTo("dr.created");
        assertThat(found.get(1).path("type").asString()).isEqualTo("dr.activated");
        assertThat(found.get(0).path("actor").asString()).isEqualTo("usr_tester");
        assertThat(found.get(0).path("data").path("title").asString()).isEqualTo("DR-5");

        var first = get("/v1/audit?source=dr&limit=1&order=oldest_first").body();
        var second =
                get("/v1/audit?source=dr&limit=1&order=oldest_first&cursor="
                                + first.path("next_cursor").asString())
                        .body();
        assertThat(second.path("items").get(0).path("position").asLong()).isEqualTo(2);
        assertThat(get("/v1/audit?source=notification").body().path("items").size()).isEqualTo(1);
        assertThat(get("/v1/audit?cursor=nonsense").status()).isEqualTo(422);

        var verified = get("/v1/audit/verify").body();
        assertThat(verified.path("proven").asBoolean()).as(verified.toString()).isTrue();
        assertThat(verified.path("cannot_prove").size()).isEqualTo(2);

        var jdbc = service.getBean(JdbcClient.class);
        var tamper = "update audit_log set actor = ? where source = 'dr' and position = 2";
        jdbc.sql(tamper).param("usr_other").update();
        var broken = get("/v1/audit/verify").body();
        assertThat(broken.path("proven").asBoolean()).isFalse();
        assertThat(broken.path("sources").findValuesAsString("broken_at")).contains("2");
        jdbc.sql(tamper).param("usr_tester").update();
    }

    @Test
    void aRebuildEndsWithTheSameStateWhileTheGateKeepsAnswering() throws Exception {
        open("DR-6", "rebuilt", "1");
        awaitAudit();
        var done = new AtomicBoolean();
        var asking =
                CompletableFuture.supplyAsync(
                        () -> {
                            int answers = 0;
                            while (!done.get()) {
                                assertThat(check("rebuilt", "1", "").status()).isEqualTo(200);
                                answers++;
                            }
                            return answers;
                        });
        for (int i = 0; i < 3; i++) {
            open("DR-6" + i, "rebuilt", "2"); // history goes on meanwhile
            var rebuilt = send("POST", "/v1/projections/rebuild", "", "");
            assertThat(rebuilt.status()).isEqualTo(200);
            assertThat(rebuilt.body().path("same").asBoolean())
                    .as(rebuilt.body().toString())
                    .isTrue();
            assertThat(rebuilt.body().path("state_hash_after").asString()).hasSize(64);
        }
        done.set(true);
        assertThat(asking.get(30, TimeUnit.SECONDS)).isPositive();
        awaitAudit();
        assertThat(get("/v1/audit/verify").body().path("proven").asBoolean()).isTrue();
        assertThat(check("rebuilt", "2", "dr=" + dr.head()).body().path("code").asString())
                .isEqualTo("APPROVAL_REQUIRED");
    }

    @Test
    void permissionsAndBadInputAreAnsweredWithoutEffect() {
        assertThat(send("POST", "/v1/gate/checks", "{}", "").status()).isEqualTo(422);
        assertThat(send("POST", "/v1/gate/checks", "{\"produkt\":\"x\"}", "").status())
                .isEqualTo(422);
        assertThat(send("POST", "/v1/gate/checks", "{", "").status()).isEqualTo(400);
        assertThat(
                        send(
                                        "POST",
                                        "/v1/rules",
                                        "{\"name\":\"x\",\"kind\":\"dr_required\"}",
                                        "",
                                        identity(Set.of(Permission.READ)))
                                .status())
                .isEqualTo(403);
    }

    @Test
    void theMetricsTellWhatTheGateDoes() {
        check("measured", "1", "");
        var metrics = text("/actuator/prometheus");
        assertThat(metrics)
                .contains(
                        "interlock_gate_decision_seconds_bucket",
                        "interlock_gate_judge_seconds_bucket",
                        "interlock_subscription_position");
    }

    private static void open(String id, String product, String version) {
        var contents = toProduction(item(product, version));
        dr.append(
                "dr.created",
                id,
                new DeploymentRequestCreatedV1(id, id, "usr_a", 1, "h-" + id, contents));
        dr.append("dr.activated", id, new DeploymentRequestActivatedV1(id, 1, "h-" + id));
    }

    private static long approve(String id, String slot, String person) {
        return approval.append(
                "dr.approved",
                id,
                new SlotApprovedV1(
                        "apr-" + id + slot,
                        id,
                        slot,
                        1,
                        "h-" + id,
                        person,
                        slot,
                        List.of(slot),
                        false,
                        null));
    }

    private static void awaitAudit() {
        await().atMost(LIMIT)
                .until(
                        () -> {
                            var audit = get("/v1/projections").body().path("audit");
                            return audit.path("dr").path("position").asLong() == dr.head()
                                    && audit.path("approval").path("position").asLong()
                                            == approval.head()
                                    && audit.path("notification").path("position").asLong() == 1;
                        });
    }

    private static Reply check(String product, String version, String atLeast) {
        return send(
                "POST",
                "/v1/gate/checks",
                "{\"product\":\"%s\",\"version\":\"%s\",\"environment\":\"production\"}"
                        .formatted(product, version),
                atLeast);
    }

    private static Reply decide(String product, String version) {
        return send(
                "POST",
                "/internal/decisions",
                ("{\"product\":\"%s\",\"version\":\"%s\",\"environment\":\"production\","
                                + "\"actor_kind\":\"ci\",\"max_wait_millis\":0}")
                        .formatted(product, version),
                "");
    }

    private static Reply post(String path, String body) {
        return send("POST", path, body, "");
    }

    private static Reply get(String path) {
        return send("GET", path, "", "");
    }

    private static Reply send(String method, String path, String body, String atLeast) {
        return send(method, path, body, atLeast, identity(Set.of(Permission.values())));
    }

    private static Reply send(
            String method, String path, String body, String atLeast, Identity as) {
        try {
            var request =
                    HttpRequest.newBuilder(uri(path))
                            .timeout(LIMIT)
                            .header(Identity.HEADER, SIGNER.sign(as))
                            .header("Content-Type", "application/json")
                            .header(Positions.AT_LEAST, atLeast)
                            .header("If-Match", "*")
                            .method(method, BodyPublishers.ofString(body))
                            .build();
            var response = HTTP.send(request, BodyHandlers.ofString());
            return new Reply(
                    response.statusCode(),
                    JSON.readTree(response.body().isEmpty() ? "{}" : response.body()),
                    response.headers().firstValue(Positions.HEADER).orElse(""));
        } catch (Exception e) {
            throw new AssertionError(method + " " + path, e);
        }
    }

    private static String text(String path) {
        try {
            return HTTP.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString())
                    .body();
        } catch (Exception e) {
            throw new AssertionError(path, e);
        }
    }

    private static URI uri(String path) {
        var server = service.getWebServer();
        if (server == null) {
            throw new AssertionError("no web server");
        }
        return URI.create("http://127.0.0.1:" + server.getPort() + path);
    }

    private static Identity identity(Set<Permission> permissions) {
        return identity(permissions, List.of());
    }

    private static Identity identity(Set<Permission> permissions, List<String> products) {
        return new Identity(
                "usr_tester",
                "user",
                "human",
                "usr_tester",
                "tok_1",
                "Tester",
                Set.of("admin"),
                permissions,
                products,
                List.of());
    }
}
