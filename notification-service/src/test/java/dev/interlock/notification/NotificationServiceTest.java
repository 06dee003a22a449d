package dev.interlock.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Sources;
import dev.interlock.contracts.approval.ApprovalTypeDefinedV1;
import dev.interlock.contracts.approval.RoleGrantedV1;
import dev.interlock.contracts.approval.SlotApprovedV1;
import dev.interlock.contracts.approval.SlotRejectedV1;
import dev.interlock.contracts.dr.DeploymentRequestActivatedV1;
import dev.interlock.contracts.dr.DeploymentRequestCompletedV1;
import dev.interlock.contracts.dr.DeploymentRequestCreatedV1;
import dev.interlock.contracts.dr.DeploymentRequestEditedV1;
import dev.interlock.contracts.dr.DeploymentRequestExpiredV1;
import dev.interlock.contracts.dr.DeploymentRequestStaleV1;
import dev.interlock.contracts.dr.DeploymentRequestSupersededV1;
import dev.interlock.contracts.dr.DrContents;
import dev.interlock.contracts.identity.Identity;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.contracts.rules.OverrideConfirmedV1;
import dev.interlock.contracts.rules.OverrideRequestedV1;
import dev.interlock.contracts.rules.OverrideUsedV1;
import dev.interlock.edge.IdentitySigner;
import dev.interlock.eventstore.EventReader;
import dev.interlock.eventstore.InlineProjections;
import dev.interlock.eventstream.EnvelopeCodec;
import dev.interlock.eventstream.Subscription;
import dev.interlock.infrastructure.testing.TestInfrastructure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NotificationServiceTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String KAFKA = TestInfrastructure.kafkaServers();

    private static Owners owners;
    private static ConfigurableApplicationContext service;
    private static int requests = 100;

    @BeforeAll
    static void start() throws IOException {
        owners = new Owners(KAFKA);
        owners.commit(
                Sources.APPROVAL,
                "approval_type.defined",
                "qa",
                new ApprovalTypeDefinedV1("qa", "QA", List.of("qa")));
        for (var role :
                Map.of("ann", "qa", "sue", "security", "rita", "release_manager", "dev", "qa")
                        .entrySet()) {
            owners.commit(
                    Sources.APPROVAL,
                    "person.role_granted",
                    role.getKey(),
                    new RoleGrantedV1(role.getKey(), role.getValue()));
        }
        service = startService();
    }

    @AfterAll
    static void stop() {
        service.close();
        owners.close();
    }

    @Test
    void everybodyWhoCanActNowIsAskedOnceAndNeverTheAuthor() {
        String dr = activated("dev");
        await().atMost(SOON).untilAsserted(() -> assertThat(inbox("ann", dr)).hasSize(1));

        heardEverything();
        assertThat(inbox("ann", dr).getFirst().path("kind").asString())
                .isEqualTo("approval_requested");
        assertThat(inbox("ann", dr).getFirst().path("url").asString())
                .isEqualTo("https://interlock.example.com/v1/deployment-requests/" + dr);
        assertThat(inbox("sue", dr)).hasSize(1);
        assertThat(inbox("rita", dr)).hasSize(1);
        assertThat(inbox("dev", dr)).isEmpty();
        assertThat(inbox("nobody", dr)).isEmpty();
    }

    @Test
    void whoWasSkippedByAnOverrideIsToldAndWhoMayReviewItIsAsked() {
        var at = Instant.parse("2026-11-20T10:00:00Z");
        owners.tell(
                Sources.RULES,
                "override.requested",
                "ovr_1",
                new OverrideRequestedV1(
                        "ovr_1",
                        "shop",
                        "2",
                        "production",
                        List.of("APPROVAL_REQUIRED"),
                        "customers cannot pay",
                        "https://status.example.com/7",
                        1,
                        at.plusSeconds(60),
                        at,
                        "sue"));
        owners.tell(
                Sources.RULES,
                "override.used",
                "ovr_1",
                new OverrideUsedV1(
                        "ovr_1",
                        "dep_1",
                        "dec_1",
                        List.of("APPROVAL_REQUIRED"),
                        List.of("ann", "rita"),
                        at,
                        "dev"));

        await().atMost(SOON).untilAsserted(() -> assertThat(inbox("rita", "ovr_1")).hasSize(1));
        heardEverything();
        var asked = inbox("rita", "ovr_1").getFirst();
        assertThat(asked.path("kind").asString()).isEqualTo("override_review_due");
        assertThat(asked.path("url").asString())
                .isEqualTo("https://interlock.example.com/v1/overrides/ovr_1");
        assertThat(asked.path("text").asString())
                .startsWith(
                        "shop 2 was deployed to production although APPROVAL_REQUIRED failed:"
                                + " customers cannot pay");
        assertThat(inbox("ann", "ovr_1"))
                .extracting(e -> e.path("kind").asString())
                .containsExactly("override_used");
        assertThat(inbox("sue", "ovr_1")).isEmpty(); // she requested it
        assertThat(inbox("dev", "ovr_1")).isEmpty(); // and he deployed by it
    }

    @Test
    void aSecondPersonIsAskedToStandForAnOverrideAndDoesNotReviewIt() {
        var at = Instant.parse("2026-11-20T10:00:00Z");
        granted("bea", "break_glass", null);
        granted("bob", "break_glass", null);
        granted("bo", "break_glass", List.of("other-product"));
        granted("bob", "security", null);
        granted("kim", "compliance", List.of("other-product"));
        owners.tell(
                Sources.RULES,
                "override.requested",
                "ovr_2",
                new OverrideRequestedV1(
                        "ovr_2",
                        "shop",
                        "2",
                        "production",
                        List.of("APPROVAL_REQUIRED"),
                        "customers cannot pay",
                        "https://status.example.com/7",
                        2,
                        at.plusSeconds(60),
                        at,
                        "bea"));
        await().atMost(SOON).untilAsserted(() -> assertThat(inbox("bob", "ovr_2")).hasSize(1));
        heardEverything();
        assertThat(inbox("bob", "ovr_2").getFirst().path("kind").asString())
                .isEqualTo("override_confirmation_requested");
        assertThat(inbox("bea", "ovr_2")).as("who wanted it").isEmpty();
        assertThat(inbox("bo", "ovr_2")).as("whose role is for another product").isEmpty();

        owners.tell(
                Sources.RULES,
                "override.confirmed",
                "ovr_2",
                new OverrideConfirmedV1("ovr_2", at, "bob"));
        owners.tell(
                Sources.RULES,
                "override.used",
                "ovr_2",
                new OverrideUsedV1(
                        "ovr_2",
                        "dep_2",
                        "dec_2",
                        List.of("APPROVAL_REQUIRED"),
                        List.of(),
                        at,
                        null));
        await().atMost(SOON).untilAsserted(() -> assertThat(inbox("rita", "ovr_2")).hasSize(1));
        heardEverything();
        assertThat(inbox("bob", "ovr_2")).as("he stood for it, and reviews nothing").hasSize(1);
        assertThat(inbox("kim", "ovr_2")).as("whose role is for another product").isEmpty();
    }

    private static void granted(String person, String role, @Nullable List<String> products) {
        owners.tell(
                Sources.APPROVAL,
                "person.role_granted",
                person,
                new RoleGrantedV1(person, role, null, products, null));
    }

    @Test
    void whoBecomesAbleLaterIsAskedThen() {
        String dr = activated("dev");
        String person = "late-" + dr;
        owners.tell(
                Sources.APPROVAL, "person.role_granted", person, new RoleGrantedV1(person, "qa"));

        heardEverything();
        assertThat(inbox(person, dr)).hasSize(1);
        assertThat(inbox("ann", dr)).hasSize(1);
    }

    @Test
    void afterAnEditThatMakesApprovalsStaleTheyAreAskedAgain() {
        String dr = activated("dev");
        owners.tell(
                Sources.DR,
                "dr.edited",
                dr,
                new DeploymentRequestEditedV1(dr, "Release two", "dev", 2, "h2", contents(), true));
        owners.tell(Sources.DR, "dr.stale", dr, new DeploymentRequestStaleV1(dr, 2, "h2"));

        heardEverything();
        assertThat(inbox("ann", dr))
                .extracting(e -> e.path("kind").asString() + " " + e.path("title").asString())
                .containsExactly(
                        "approval_requested_again Release two", "approval_requested Release one");
    }

    @Test
    void theAuthorHearsOfEachApprovalRejectionAndCompletion() {
        String dr = activated("dev");
        owners.tell(Sources.APPROVAL, "dr.approved", dr, approved(dr));
        owners.tell(
                Sources.APPROVAL,
                "dr.slot_rejected",
                dr,
                new SlotRejectedV1(
                        "r1",
                        dr,
                        "security",
                        1,
                        "h1",
                        "sue",
                        "security",
                        List.of("security"),
                        false,
                        "no"));
        owners.tell(
                Sources.DR, "dr.completed", dr, new DeploymentRequestCompletedV1(dr, true, null));

        heardEverything();
        assertThat(inbox("dev", dr))
                .extracting(e -> e.path("kind").asString())
                .containsExactlyInAnyOrder("completed", "rejected", "approved");
    }

    @Test
    void theAuthorHearsOnceThatNobodyAnsweredInTime() {
        String dr = activated("dev");
        var end = Instant.parse("2026-11-30T12:00:00Z");
        owners.tell(
                Sources.DR,
                "dr.expired",
                dr,
                new DeploymentRequestExpiredV1(dr, end, 1, List.of("qa", "sec")));
        String person = "later-" + dr;
        owners.tell(
                Sources.APPROVAL, "person.role_granted", person, new RoleGrantedV1(person, "qa"));

        heardEverything();
        assertThat(inbox("dev", dr))
                .extracting(e -> e.path("kind").asString() + ": " + e.path("text").asString())
                .containsExactly(
                        "expired: Expired: not answered before 2026-11-30T12:00:00Z, slots qa,"
                                + " sec");
        assertThat(inbox(person, dr)).as("nobody is asked any more").isEmpty();
    }

    @Test
    void theAuthorOfAnOlderRequestIsAskedOnceForEachNewerOne() {
        String dr = activated("dev");
        var messages =
                List.of(
                        new DeploymentRequestSupersededV1(
                                dr, "DR-9", "in_progress", "api", "2", "production"),
                        new DeploymentRequestSupersededV1(
                                dr, "DR-8", "rejected", null, null, null));
        messages.forEach(m -> owners.tell(Sources.DR, "dr.superseded", dr, m));

        heardEverything();
        assertThat(inbox("dev", dr))
                .extracting(e -> e.path("kind").asString() + ": " + e.path("text").asString())
                .containsExactlyInAnyOrder(
                        "superseded: DR-9 now ships api@2 to production too; cancel "
                                + dr
                                + " or keep it",
                        "superseded: DR-8 takes the place of "
                                + dr
                                + "; revise "
                                + dr
                                + ", which is rejected, or leave it");
        assertThat(inbox("dev", dr).getFirst().path("url").asString()).endsWith("/" + dr);
    }

    @Test
    void anApprovalHeardBeforeItsRequestIsNotLost() {
        String dr = "DR-" + ++requests;
        owners.tell(Sources.APPROVAL, "dr.approved", dr, approved(dr));
        heardEverything();
        created(dr, "dev");

        heardEverything();
        assertThat(inbox("dev", dr)).hasSize(1);
    }

    @Test
    void redeliveryRebuildAndReplayTellNothingAnew() {
        String dr = activated("dev");
        owners.tell(Sources.APPROVAL, "dr.approved", dr, approved(dr));
        heardEverything();
        long head = service.getBean(EventReader.class).head().position();
        List<JsonNode> ann = inbox("ann", null);

        owners.all().forEach(owners::publish);
        owners.all().reversed().forEach(owners::publish);
        service.getBean(InlineProjections.class).rebuild();
        assertThat(inbox("ann", null)).isEqualTo(ann);

        service.close();
        service = startService();
        heardEverything();
        assertThat(inbox("ann", null)).isEqualTo(ann);
        assertThat(service.getBean(EventReader.class).head().position()).isEqualTo(head);

        // even a position that was lost only repeats what is known
        JdbcClient database = service.getBean(JdbcClient.class);
        service.getBean(Subscription.class).close();
        database.sql("update subscription_position set position = 0").update();
        service.close();
        service = startService();
        heardEverything();
        assertThat(service.getBean(EventReader.class).head().position()).isEqualTo(head);
    }

    @Test
    void anEntryIsMarkedReadByItsOwnerOnly() throws Exception {
        String dr = activated("dev");
        heardEverything();
        String id = inbox("ann", dr).getFirst().path("id").asString();

        assertThat(call("POST", "/v1/inbox/" + id + "/read", "sue").statusCode()).isEqualTo(404);
        assertThat(call("POST", "/v1/inbox/none/read", "ann").statusCode()).isEqualTo(404);
        assertThat(inbox("ann", dr).getFirst().has("read_at")).isFalse();
        var first = call("POST", "/v1/inbox/" + id + "/read", "ann");
        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(first.headers().firstValue("Interlock-Position").orElse(""))
                .startsWith("notification=");
        long head = service.getBean(EventReader.class).head().position();
        assertThat(call("POST", "/v1/inbox/" + id + "/read", "ann").statusCode()).isEqualTo(204);
        assertThat(service.getBean(EventReader.class).head().position()).isEqualTo(head);
        assertThat(inbox("ann", dr).getFirst().path("read_at").asString()).isNotEmpty();
    }

    @Test
    void theInboxIsPagedAndRefusesBadInput() throws Exception {
        activated("dev");
        activated("dev");
        activated("dev");
        heardEverything();

        var ids = new ArrayList<String>();
        String path = "/v1/inbox?limit=2";
        while (!path.isEmpty()) {
            var answer = call("GET", path, "rita");
            json(answer).path("items").forEach(e -> ids.add(e.path("id").asString()));
            path =
                    answer.headers()
                            .firstValue("Link")
                            .map(l -> l.substring(1, l.indexOf('>')))
                            .orElse("");
        }
        assertThat(ids).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
        assertThat(ids)
                .isEqualTo(inbox("rita", null).stream().map(e -> e.path("id").asString()).toList());

        for (String bad : List.of("?limit=0", "?limit=201", "?limit=x", "?cursor=x", "?limit=-1")) {
            assertThat(call("GET", "/v1/inbox" + bad, "ann").statusCode()).as(bad).isEqualTo(422);
        }
        assertThat(call("GET", "/v1/inbox", null).statusCode()).isEqualTo(401);
    }

    @Test
    void itsEventsAreOnItsTopicOnceAndInOrder() {
        String dr = activated("dev");
        heardEverything();
        int queued = inbox("ann", dr).size();
        assertThat(queued).isEqualTo(1);

        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            List<EventEnvelope> told = told();
                            assertThat(told.stream().map(EventEnvelope::data))
                                    .anyMatch(
                                            d ->
                                                    d.contains("\"person\":\"ann\"")
                                                            && d.contains(dr));
                            assertThat(told.stream().map(EventEnvelope::id))
                                    .doesNotHaveDuplicates();
                            assertThat(told.stream().map(EventEnvelope::position)).isSorted();
                        });
    }

    @Test
    void itSaysThatItLivesAndHowItIs() throws Exception {
        assertThat(call("GET", "/livez", null).statusCode()).isEqualTo(200);
        assertThat(call("GET", "/readyz", null).statusCode()).isEqualTo(200);
        assertThat(call("GET", "/actuator/prometheus", null).body())
                .contains("interlock_subscription_lag", "interlock_relay_position");
    }

    private static ConfigurableApplicationContext startService() {
        return new SpringApplicationBuilder(NotificationServiceApplication.class)
                .properties("spring.config.name=notification-service")
                .run(SettingsHolder.ARGUMENTS.toArray(String[]::new));
    }

    /** The same database and secret for every start. */
    private static final class SettingsHolder {
        static final String SECRET = "a-secret-of-at-least-32-bytes-for-tests";
        static final List<String> ARGUMENTS = arguments();

        private static List<String> arguments() {
            var database = TestInfrastructure.freshDatabase("notification");
            return List.of(
                    "--interlock.database.url=" + database.url(),
                    "--interlock.database.user=" + database.user(),
                    "--interlock.database.password=" + database.password(),
                    "--interlock.kafka.servers=" + KAFKA,
                    "--interlock.identity.secret=" + SECRET,
                    "--interlock.public-url=https://interlock.example.com",
                    "--interlock.services.dr=" + owners.address(Sources.DR),
                    "--interlock.services.approval=" + owners.address(Sources.APPROVAL),
                    "--interlock.services.rules=" + owners.address(Sources.RULES),
                    "--interlock.port=0",
                    "--logging.structured.format.console=",
                    "--logging.level.root=warn",
                    "--logging.level.org.apache.kafka=error");
        }
    }

    private static String activated(String author) {
        String dr = "DR-" + ++requests;
        created(dr, author);
        owners.tell(Sources.DR, "dr.activated", dr, new DeploymentRequestActivatedV1(dr, 1, "h1"));
        return dr;
    }

    private static void created(String dr, String author) {
        owners.tell(
                Sources.DR,
                "dr.created",
                dr,
                new DeploymentRequestCreatedV1(dr, "Release one", author, 1, "h1", contents()));
    }

    private static DrContents contents() {
        return new DrContents(
                List.of(new DrContents.Item("api-service", "2.15.0", List.of(), 1)),
                List.of("production"),
                List.of(
                        new DrContents.Slot("qa", "qa", List.of(), 1, null, false, true),
                        new DrContents.Slot(
                                "sec", "security", List.of("security"), 1, null, false, true)));
    }

    private static SlotApprovedV1 approved(String dr) {
        return new SlotApprovedV1(
                "a-" + dr, dr, "qa", 1, "h1", "ann", "qa", List.of("qa"), false, null);
    }

    private static void heardEverything() {
        for (String source : List.of(Sources.DR, Sources.APPROVAL)) {
            long head =
                    owners.all().stream()
                            .filter(e -> e.source().equals(source))
                            .mapToLong(EventEnvelope::position)
                            .max()
                            .orElse(0);
            await().atMost(SOON)
                    .until(() -> service.getBean(Subscription.class).position(source) >= head);
        }
    }

    /** Newest first; of one subject, or of all. */
    private static List<JsonNode> inbox(String person, @Nullable String subject) {
        try {
            var found = new ArrayList<JsonNode>();
            json(call("GET", "/v1/inbox?limit=200", person)).path("items").forEach(found::add);
            return found.stream()
                    .filter(e -> subject == null || e.path("subject").asString().equals(subject))
                    .toList();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> call(String method, String path, @Nullable String person)
            throws Exception {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .timeout(Duration.ofSeconds(20));
        if (person != null) {
            var identity =
                    new Identity(
                            person,
                            "user",
                            "human",
                            person,
                            "tok",
                            person,
                            Set.of(),
                            Set.of(Permission.READ),
                            List.of(),
                            List.of());
            request.header(Identity.HEADER, service.getBean(IdentitySigner.class).sign(identity));
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static List<EventEnvelope> told() {
        var partition = new TopicPartition(Sources.topic(Sources.NOTIFICATION), 0);
        var codec = new EnvelopeCodec();
        var told = new ArrayList<EventEnvelope>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", KAFKA),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(r -> told.add(codec.fromRecord(r)));
            }
        }
        return told;
    }
}
