package dev.interlock.approval;

import static dev.interlock.approval.Installation.ADMIN_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.interlock.approval.Installation.Reply;
import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Sources;
import dev.interlock.eventstore.EventReader;
import dev.interlock.eventstore.InlineProjections;
import dev.interlock.eventstream.EnvelopeCodec;
import dev.interlock.infrastructure.testing.TestInfrastructure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service on a real PostgreSQL and a real Kafka; only dr-service is a stand-in. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ApprovalServiceIT {

    private static final AtomicInteger NUMBERS = new AtomicInteger(100);
    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();
    private static Installation installation;

    @BeforeAll
    static void start() throws IOException {
        LOG.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(LOG);
        installation = new Installation();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void anInstallationBeginsWithOneAdminAndTheApprovalTypes() {
        var admin = installation.get("/v1/whoami", ADMIN_TOKEN);

        assertThat(admin.text("principal")).isEqualTo("usr_bootstrap");
        assertThat(admin.body().path("roles").toString()).isEqualTo("[\"admin\"]");
        assertThat(admin.body().path("permissions").toString()).doesNotContain("\"override\"");
        assertThat(
                        installation
                                .get("/v1/approval-types", ADMIN_TOKEN)
                                .body()
                                .path("items")
                                .findValuesAsString("id"))
                .containsExactly(
                        "code_review", "compliance", "performance", "qa", "security", "uat");
    }

    @Test
    void twoPersonsApproveAndTheRequestIsFullyApproved() {
        var dr = newRequest();
        var qa = person("qa");
        var security = person("security");

        var before = approvals(dr, qa);
        assertThat(before.body().path("fully_approved").asBoolean()).isFalse();
        assertThat(before.body().at("/slots/0/who_can/roles").toString())
                .isEqualTo("[\"qa\",\"release_manager\",\"admin\"]");
        assertThat(before.body().at("/slots/0/who_can/people").findValuesAsString("id"))
                .contains(idOf(qa), "usr_bootstrap")
                .doesNotContain(idOf(security));

        var first = approve(dr, "qa", 1, qa);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.position()).startsWith("approval=");
        assertThat(first.body().path("fully_approved").asBoolean()).isFalse();
        var again = approve(dr, "qa", 1, qa);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        var second = approve(dr, "security", 1, security);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body().path("fully_approved").asBoolean()).isTrue();

        var after = approvals(dr, qa);
        assertThat(after.body().path("fully_approved").asBoolean()).isTrue();
        assertThat(after.body().path("decisions").size()).isEqualTo(2);
        assertThat(after.body().at("/decisions/0/counts").asBoolean()).isTrue();
        assertThat(after.body().at("/slots/1/missing").asInt()).isZero();
    }

    @Test
    void itsOwnerIsToldHowARequestStoodAtAnInstant() {
        var dr = newRequest();
        approve(dr, "qa", 1, person("qa"));
        approve(dr, "security", 1, person("security"));
        var path = "/internal/deployment-requests/" + dr + "/tally?at=";

        var before = installation.call("GET", path + Instant.EPOCH, null, Installation.GATEWAY);
        assertThat(before.body().path("complete").asBoolean()).isFalse();
        assertThat(before.body().path("missing").toString()).isEqualTo("[\"qa\",\"security\"]");
        var later = Instant.now().plusSeconds(60);
        var after = installation.call("GET", path + later, null, Installation.GATEWAY);
        assertThat(after.body().path("complete").asBoolean()).isTrue();
        assertThat(after.body().path("revision").asInt()).isEqualTo(1);
        assertThat(after.text("at")).isEqualTo(later.toString());
        assertThat(installation.get(path + later, ADMIN_TOKEN).status()).isEqualTo(403);
    }

    @Test
    void anEditMakesItStaleAndTheSamePersonApprovesAgain() {
        var dr = newRequest();
        var qa = person("qa");
        approve(dr, "qa", 1, qa);
        installation.drService().put(dr, "in_progress", 2, 2, "bb");

        var stale = approve(dr, "qa", 1, qa);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text("code")).isEqualTo("STALE_REVISION");
        assertThat(approve(dr, "qa", 2, qa).status()).isEqualTo(201);

        var decisions = approvals(dr, qa).body().path("decisions");
        assertThat(decisions.path(0).path("why_not").asString()).isEqualTo("stale");
        assertThat(decisions.path(1).path("counts").asBoolean()).isTrue();
    }

    @Test
    void anApprovalIsWithdrawnAndASurplusOneTakesThePlace() {
        var dr = newRequest();
        var ann = person("qa");
        var bob = person("qa");
        var given = approve(dr, "qa", 1, ann).text("id");
        assertThat(approve(dr, "qa", 1, bob).body().path("surplus").asBoolean()).isTrue();

        var withdraw = "/v1/deployment-requests/" + dr + "/approvals/" + given + "/withdraw";
        assertThat(installation.post(withdraw, "{}", bob).text("code"))
                .isEqualTo("NOT_YOUR_APPROVAL");
        assertThat(installation.post(withdraw, "{\"reason\":\"a bug\"}", ann).status())
                .isEqualTo(200);

        var decisions = approvals(dr, ann).body().path("decisions");
        assertThat(decisions.path(0).path("why_not").asString()).isEqualTo("withdrawn");
        assertThat(decisions.path(0).at("/withdrawal/reason").asString()).isEqualTo("a bug");
        assertThat(decisions.path(1).path("counts").asBoolean()).isTrue();
    }

    @Test
    void tasksAreWhatOneCanDecideNow() {
        var dr = newRequest();
        var ann = person("qa");
        assertThat(tasks(ann)).contains(dr + " qa").doesNotContain(dr + " security");

        assertThat(approve(dr, "qa", 1, ann).status()).isEqualTo(201);

        assertThat(tasks(ann)).doesNotContain(dr + " qa");
        assertThat(tasks(person("qa"))).doesNotContain(dr + " qa");
        assertThat(tasks(person("security"))).contains(dr + " security");
    }

    @Test
    void aDelegateDecidesAndAnAdminRevokes() {
        var dr = newRequest();
        var ann = person("qa");
        var bob = person("developer");
        var delegated =
                installation.post(
                        "/v1/delegations",
                        "{\"to\":\"%s\",\"ends_at\":\"%s\",\"reason\":\"on leave\"}"
                                .formatted(idOf(bob), Instant.now().plus(Duration.ofDays(1))),
                        ann);
        assertThat(delegated.status()).as("%s", delegated.body()).isEqualTo(201);
        assertThat(tasks(bob)).contains(dr + " qa");

        var approvals = "/v1/deployment-requests/" + dr + "/approvals";
        var given =
                installation.post(
                        approvals,
                        "{\"slot\":\"qa\",\"revision\":1,\"acting_for\":\"%s\"}"
                                .formatted(idOf(ann)),
                        bob);
        assertThat(given.status()).as("%s", given.body()).isEqualTo(201);
        assertThat(approve(dr, "qa", 1, ann).text("code")).isEqualTo("ONE_PERSON_ONE_SLOT");

        var revoke = approvals + "/" + given.text("id") + "/revoke";
        assertThat(installation.post(revoke, "{\"reason\":\"left\"}", ann).text("code"))
                .isEqualTo("ROLE_NOT_ELIGIBLE");
        assertThat(installation.post(revoke, "{\"reason\":\"left\"}", ADMIN_TOKEN).status())
                .isEqualTo(200);
        var decision = approvals(dr, ann).body().path("decisions").path(0);
        assertThat(decision.path("why_not").asString()).isEqualTo("revoked");
        assertThat(decision.at("/revocation/reason").asString()).isEqualTo("left");
        assertThat(decision.at("/acting_for/id").asString()).isEqualTo(idOf(ann));
    }

    private static List<String> tasks(String token) {
        var tasks = new ArrayList<String>();
        for (var task : installation.get("/v1/tasks?limit=200", token).body().path("items")) {
            tasks.add(task.path("dr").asString() + " " + task.path("slot").asString());
        }
        return tasks;
    }

    @Test
    void theTasksOfOneRequestAreThoseAlone() {
        var ann = person("qa");
        var mine = newRequest();
        newRequest();
        assertThat(tasks(ann)).hasSizeGreaterThan(1);
        var ofOne = installation.get("/v1/tasks?dr=" + mine, ann).body().path("items");
        assertThat(ofOne.size()).isEqualTo(1);
        assertThat(ofOne.at("/0/dr").asString()).isEqualTo(mine);
    }

    @Test
    void aRejectionClosesTheRequestForEverybody() {
        var dr = newRequest();
        var rejections = "/v1/deployment-requests/" + dr + "/rejections";
        var security = person("security");
        var silent =
                installation.post(rejections, "{\"slot\":\"security\",\"revision\":1}", security);
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.body().at("/errors/0/pointer").asString()).isEqualTo("/comment");

        var rejected =
                installation.post(
                        rejections,
                        "{\"slot\":\"security\",\"revision\":1,\"comment\":\"no\"}",
                        security);
        assertThat(rejected.status()).isEqualTo(201);
        assertThat(rejected.body().path("veto").asBoolean()).isTrue();

        var late = approve(dr, "qa", 1, person("qa"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("code")).isEqualTo("DR_NOT_OPEN");
        assertThat(late.text("rejected_by")).isEqualTo(rejected.text("id"));
    }

    @Test
    void whatTakesAnApprovalAwayIsCommittedBeforeAnythingMayStartAgain() {
        var drService = installation.drService();
        var head = new AtomicLong();
        drService.onRelease(() -> head.set(installation.get(EventReader.class).head().position()));
        var dr = newRequest();
        var qa = person("qa");
        var approvals = "/v1/deployment-requests/" + dr + "/approvals/";
        for (var key : List.of("", "key-" + dr)) {
            int before = drService.holds();
            var path = approvals + approve(dr, "qa", 1, qa).text("id") + "/withdraw";
            var withdrawn =
                    key.isEmpty()
                            ? installation.post(path, "", qa)
                            : installation.post(path, "", qa, key);
            assertThat(withdrawn.status()).isEqualTo(200);
            Awaitility.await().untilAsserted(() -> assertThat(drService.isHeld(dr)).isFalse());
            assertThat(drService.holds()).isEqualTo(before + 1);
            assertThat(withdrawn.position()).isEqualTo("approval=" + head.get());
        }
        var approved = approve(dr, "qa", 1, qa).text("id");
        assertThat(
                        installation
                                .post(
                                        approvals + approved + "/revoke",
                                        "{\"reason\":\"left\"}",
                                        ADMIN_TOKEN)
                                .position())
                .isEqualTo("approval=" + head.get());
        var rejected =
                installation.post(
                        "/v1/deployment-requests/" + dr + "/rejections",
                        "{\"slot\":\"qa\",\"revision\":1,\"comment\":\"no\"}",
                        qa);
        assertThat(rejected.position()).isEqualTo("approval=" + head.get());
        assertThat(drService.isHeld(dr)).isFalse();
        drService.onRelease(() -> {});
    }

    @Test
    void whoMayNotApproveIsToldWhy() {
        var dr = newRequest();
        var developer = person("developer");
        var agent = token(idOf(person("qa")), "\"actor_kind\":\"agent\"");
        var key =
                installation
                        .post(
                                "/v1/tokens",
                                "{\"kind\":\"service_key\",\"name\":\"ci\",\"actions\":[\"deploy\"]}",
                                ADMIN_TOKEN)
                        .text("token");

        assertThat(approve(dr, "qa", 1, developer).text("code")).isEqualTo("ROLE_NOT_ELIGIBLE");
        assertThat(approve(dr, "qa", 1, agent).text("code")).isEqualTo("AGENT_MAY_NOT_APPROVE");
        assertThat(approve(dr, "qa", 1, key).text("code")).isEqualTo("AGENT_MAY_NOT_APPROVE");
        assertThat(approve(dr, "qa", 1, person("viewer")).text("code"))
                .isEqualTo("SCOPE_INSUFFICIENT");
        assertThat(approve("DR-99999", "qa", 1, person("qa")).status()).isEqualTo(404);
        assertThat(approve(dr, "uat", 1, person("qa")).status()).isEqualTo(422);
    }

    @Test
    void withoutItsOwnerNothingIsDecided() {
        var dr = newRequest();
        var qa = person("qa");
        var head = installation.get(EventReader.class).head();
        installation.drService().broken(true);
        try {
            var answer = approve(dr, "qa", 1, qa);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text("code")).isEqualTo("DECISION_UNAVAILABLE");
            assertThat(approvals(dr, qa).status()).isEqualTo(503);
        } finally {
            installation.drService().broken(false);
        }
        assertThat(installation.get(EventReader.class).head()).isEqualTo(head);
    }

    @Test
    void nobodyChangesTheirOwnRolesAndTheLastAdminStays() {
        var own =
                installation.post(
                        "/v1/people/usr_bootstrap/roles", "{\"role\":\"qa\"}", ADMIN_TOKEN);
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.text("code")).isEqualTo("OWN_ROLES_FORBIDDEN");

        var second = person("admin");
        assertThat(
                        installation
                                .delete("/v1/people/" + idOf(second) + "/roles/admin", ADMIN_TOKEN)
                                .status())
                .isEqualTo(204);
        assertThat(installation.delete("/v1/people/usr_bootstrap/roles/admin", second).text("code"))
                .isEqualTo("SCOPE_INSUFFICIENT");
    }

    @Test
    void aTokenIsShownOnceAndStoredNowhere() {
        var owner = person("qa");
        var issued =
                installation.post(
                        "/v1/tokens",
                        "{\"kind\":\"personal\",\"name\":\"laptop\",\"expires_in\":\"PT1H\"}",
                        owner);
        assertThat(issued.status()).isEqualTo(201);
        var token = issued.text("token");
        assertThat(token).startsWith("ilp_");
        assertThat(installation.get("/v1/tokens", owner).body().toString())
                .contains(issued.text("id"))
                .doesNotContain(token, Installation.sha256(token));

        assertThat(installation.get("/v1/whoami", token).status()).isEqualTo(200);
        var dump = dump();
        assertThat(dump).contains(Installation.sha256(token)).doesNotContain(token.substring(4));
        assertThat(List.copyOf(LOG.list))
                .noneMatch(line -> line.getFormattedMessage().contains(token.substring(4)))
                .noneMatch(line -> line.getFormattedMessage().contains(ADMIN_TOKEN));

        assertThat(installation.delete("/v1/tokens/" + issued.text("id"), owner).status())
                .isEqualTo(204);
        assertThat(installation.resolve(token).status()).isEqualTo(404);
    }

    @Test
    void aTokenThatHasExpiredIsNobodys() {
        var token = token(idOf(person("qa")), "\"expires_in\":\"PT3S\"");
        assertThat(installation.resolve(token).status()).isEqualTo(200);

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> installation.resolve(token).status() == 404);
    }

    @Test
    void aKeyIsLimitedToWhatItWasIssuedFor() {
        var key =
                installation
                        .post(
                                "/v1/tokens",
                                "{\"kind\":\"service_key\",\"name\":\"ci\",\"actions\":[\"check\"],"
                                        + "\"products\":[\"API-Service\"],"
                                        + "\"environments\":[\"production\"]}",
                                ADMIN_TOKEN)
                        .text("token");

        assertThat(key).startsWith("ilk_");
        var identity = installation.identity(key);
        assertThat(identity.products()).containsExactly("api-service");
        assertThat(identity.environments()).containsExactly("production");
        assertThat(installation.get("/v1/people", key).text("code"))
                .isEqualTo("SCOPE_INSUFFICIENT");
        assertThat(
                        installation
                                .post("/v1/tokens", "{\"kind\":\"personal\",\"name\":\"x\"}", key)
                                .status())
                .isEqualTo(403);
    }

    @Test
    void nobodyElseLearnsWhoATokenStandsFor() {
        var hash = "{\"hash\":\"" + Installation.sha256(ADMIN_TOKEN) + "\"}";

        assertThat(installation.post("/internal/tokens/resolve", hash, ADMIN_TOKEN).status())
                .isEqualTo(403);
        assertThat(installation.call("POST", "/internal/tokens/resolve", hash, null).status())
                .isEqualTo(401);
    }

    @Test
    void anAddressBelongsToOnePerson() {
        var body = "{\"name\":\"Ann\",\"email\":\"Ann@Example.com\"}";
        assertThat(installation.post("/v1/people", body, ADMIN_TOKEN).text("email"))
                .isEqualTo("ann@example.com");

        var again = installation.post("/v1/people", body, ADMIN_TOKEN);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("code")).isEqualTo("EMAIL_TAKEN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /v1/people                              | {"email":"no"}                              | /name
                    /v1/people                              | {"name":"Ann","roles":["qa","king"]}        | /roles/1
                    /v1/people                              | {"name":"Ann","email":"no"}                 | /email
                    /v1/people                              | {"name":7}                                  | /name
                    /v1/people                              | {"name":"Ann","nick":"A"}                   | /nick
                    /v1/people/usr_bootstrap/roles          | {"role":"king"}                             | /role
                    /v1/tokens                              | {"kind":"magic","name":"x"}                 | /kind
                    /v1/deployment-requests/DR-1/approvals  | {"revision":1}                              | /slot
                    /v1/deployment-requests/DR-1/approvals  | {"slot":"qa"}                               | /revision
                    /v1/deployment-requests/DR-1/approvals  | {"slot":"qa","revision":0}                  | /revision
                    /v1/deployment-requests/DR-1/rejections | {"slot":"qa","revision":1,"comment":"  "}   | /comment
                    """)
    void badInputIsRefusedNamingTheField(String path, String body, String pointer) {
        var head = installation.get(EventReader.class).head();

        var answer = installation.post(path, body, ADMIN_TOKEN);

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(422);
        assertThat(answer.body().path("errors").findValuesAsString("pointer")).contains(pointer);
        assertThat(installation.get(EventReader.class).head()).isEqualTo(head);
    }

    @Test
    void healthAndMetricsAreThere() {
        for (var path : List.of("/livez", "/readyz", "/actuator/prometheus")) {
            assertThat(installation.call("GET", path, null, null).status()).isEqualTo(200);
        }
    }

    @Test
    @Order(Integer.MAX_VALUE - 2)
    void readModelsAreRebuiltToTheSame() {
        var before = readModels();

        installation.get(InlineProjections.class).rebuild();

        assertThat(readModels()).isEqualTo(before);
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void aRestartChangesNothing() {
        var head = installation.get(EventReader.class).head();

        installation.restart();

        assertThat(installation.get(EventReader.class).head()).isEqualTo(head);
        assertThat(installation.get("/v1/whoami", ADMIN_TOKEN).status()).isEqualTo(200);
        var used = installation.get("/v1/tokens", ADMIN_TOKEN).body().path("items");
        assertThat(used.findValuesAsString("last_used_at")).isNotEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyEventIsOnKafkaOnceAndInOrder() {
        long head = installation.get(EventReader.class).head().position();
        var heard = new ArrayList<EventEnvelope>();
        var codec = new EnvelopeCodec();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", TestInfrastructure.kafkaServers()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            var topic = List.of(new TopicPartition(Sources.topic(Sources.APPROVAL), 0));
            consumer.assign(topic);
            consumer.seekToBeginning(topic);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                consumer.poll(Duration.ofMillis(200))
                                        .forEach(r -> heard.add(codec.fromRecord(r)));
                                return !heard.isEmpty() && heard.getLast().position() == head;
                            });
        }
        // other installations of the same tests may have spoken on this topic before
        var first = heard.stream().map(EventEnvelope::position).toList().lastIndexOf(1L);
        heard.subList(0, first).clear();
        assertThat(heard)
                .extracting(EventEnvelope::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, head).boxed().toList());
        assertThat(heard)
                .extracting(EventEnvelope::type)
                .contains(
                        "approval_type.defined",
                        "person.registered",
                        "person.role_granted",
                        "person.role_revoked",
                        "token.issued",
                        "token.revoked",
                        "dr.approved",
                        "dr.fully_approved",
                        "dr.slot_rejected",
                        "dr.approval_withdrawn");
        assertThat(heard)
                .noneMatch(e -> e.data().contains("@") || e.data().contains("hash\":\"ilp"));
    }

    private static String newRequest() {
        var dr = "DR-" + NUMBERS.incrementAndGet();
        installation.drService().put(dr, "in_progress", 1, 1, "aa");
        return dr;
    }

    /** A personal token of a new person with this role. */
    private static String person(String role) {
        var person =
                installation.post(
                        "/v1/people",
                        "{\"name\":\"Some %s\",\"roles\":[\"%s\"]}".formatted(role, role),
                        ADMIN_TOKEN);
        assertThat(person.status()).isEqualTo(201);
        return token(person.text("id"), "\"name\":\"test\"");
    }

    private static String token(String person, String more) {
        var name = more.contains("\"name\"") ? "" : "\"name\":\"test\",";
        var issued =
                installation.post(
                        "/v1/tokens",
                        "{\"kind\":\"personal\",\"person\":\"%s\",%s%s}"
                                .formatted(person, name, more),
                        ADMIN_TOKEN);
        assertThat(issued.status()).as("%s", issued.body()).isEqualTo(201);
        return issued.text("token");
    }

    private static String idOf(String token) {
        return Objects.requireNonNull(installation.identity(token).person());
    }

    private static Reply approve(String dr, String slot, int revision, String token) {
        return installation.post(
                "/v1/deployment-requests/" + dr + "/approvals",
                "{\"slot\":\"%s\",\"revision\":%d}".formatted(slot, revision),
                token);
    }

    private static Reply approvals(String dr, String token) {
        return installation.get("/v1/deployment-requests/" + dr + "/approvals", token);
    }

    private static String readModels() {
        return List.of("approval_type", "person", "person_role", "token").stream()
                .map(ApprovalServiceIT::rows)
                .collect(Collectors.joining("\n"));
    }

    private static String dump() {
        return installation
                .get(JdbcClient.class)
                .sql("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
                .query(String.class)
                .list()
                .stream()
                .map(ApprovalServiceIT::rows)
                .collect(Collectors.joining("\n"));
    }

    private static String rows(String table) {
        return installation
                .get(JdbcClient.class)
                .sql("SELECT t::text FROM \"" + table + "\" t ORDER BY 1")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.joining("\n"));
    }
}
