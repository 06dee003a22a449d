package dev.interlock.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.standalone.endtoend.EventStores.Event;
import dev.interlock.standalone.endtoend.Race.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two callers at once, against running services: whoever is first in the event store wins, the
 * other is told so, and the gate says the same. {@code -Dinterlock.races=1000} runs so many of each
 * kind.
 */
class RacesIT {

    private static final int RACES = Integer.getInteger("interlock.races", 100);
    private static final int ROUNDS = 10;
    private static final int LANES = 8;
    private static final String REQUESTS = "/v1/deployment-requests/";
    private static final String CONTENTS =
            """
            {"title":"Race","items":[{"product":"%s","version":"1","order_group":%d}],
             "environments":["races"],"slots":[{"type":"qa"}]}""";

    private static Installation installation;
    private static Client author;
    private static Client quinn;
    private static Client quentin;
    private static Client ci;

    /** By deployment request, which product it ships. */
    private final Map<String, String> products = new ConcurrentHashMap<>();

    @BeforeAll
    static void start() {
        installation = Installation.inOneJvm();
        author = installation.admin();
        author.post("/v1/environments", "{\"name\":\"races\",\"type\":\"production\"}").expect(201);
        quinn = person("Quinn");
        quentin = person("Quentin");
        ci = author.as(token("\"kind\":\"service_key\",\"actions\":[\"deploy\",\"check\"]"));
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void ofTwoApprovalsForTheLastPlaceTheSecondIsSurplus() {
        var outcomes =
                race(
                        "last-place",
                        (dr, _) ->
                                Race.between(
                                        dr, () -> approve(quinn, dr), () -> approve(quentin, dr)));

        assertThat(kinds(outcomes).keySet())
                .isSubsetOf(
                        Set.of(
                                "201, 201",
                                "201, 409 CONCURRENT_CHANGE",
                                "409 CONCURRENT_CHANGE, 201"));
        var approvals = new EventStores(installation).bySubject("approval-service");
        for (var outcome : outcomes) {
            loserLearnsTheWinner(outcome);
            var surplus =
                    of(approvals, outcome.dr()).stream()
                            .filter(e -> e.type().equals("dr.approved"))
                            .map(e -> e.data().path("surplus").asBoolean())
                            .toList();
            assertThat(surplus).as(outcome.toString()).isIn(List.of(false, true), List.of(false));
            assertThat(gate(outcome.dr())).as(outcome.toString()).isEqualTo("allow");
        }
    }

    @Test
    void aRejectionEndsItAndAnApprovalAfterItIsToldWhich() {
        var outcomes =
                race(
                        "rejected",
                        (dr, _) ->
                                Race.between(
                                        dr, () -> approve(quinn, dr), () -> reject(quentin, dr)));

        assertThat(kinds(outcomes).keySet())
                .isSubsetOf(
                        Set.of(
                                "201, 201",
                                "409 DR_NOT_OPEN, 201",
                                "409 CONCURRENT_CHANGE, 201",
                                "201, 409 CONCURRENT_CHANGE"));
        var approvals = new EventStores(installation).bySubject("approval-service");
        for (var outcome : outcomes) {
            loserLearnsTheWinner(outcome);
            var history = of(approvals, outcome.dr());
            boolean rejected = outcome.second().status() == 201;
            if (outcome.first().status() == 409 && rejected) {
                assertThat(outcome.first().at("/rejected_by") + outcome.first().at("/winner/event"))
                        .as(outcome.toString())
                        .isIn(outcome.second().at("/id"), "dr.slot_rejected");
                assertThat(history).noneMatch(e -> e.type().equals("dr.approved"));
            } else if (rejected) {
                assertThat(position(history, "dr.approved"))
                        .as(outcome.toString())
                        .isLessThan(position(history, "dr.slot_rejected"));
            }
            assertThat(gate(outcome.dr()))
                    .as(outcome.toString())
                    .isEqualTo(rejected ? "block DR_REJECTED" : "allow");
        }
    }

    @Test
    void anApprovalOfWhatIsBeingEditedNeverCountsForTheEdit() {
        var outcomes =
                race(
                        "edited",
                        (dr, product) ->
                                Race.between(
                                        dr, () -> approve(quinn, dr), () -> edit(dr, product)));

        assertThat(kinds(outcomes).keySet())
                .isSubsetOf(Set.of("201, 200", "409 STALE_REVISION, 200"));
        var approvals = new EventStores(installation).bySubject("approval-service");
        for (var outcome : outcomes) {
            boolean approved = outcome.first().status() == 201;
            if (approved) {
                assertThat(of(approvals, outcome.dr()))
                        .filteredOn(e -> e.type().equals("dr.approved"))
                        .allMatch(e -> e.data().path("revision").asInt() == 1);
            } else {
                assertThat(outcome.first().at("/current_revision")).isEqualTo("2");
            }
            assertThat(gate(outcome.dr()))
                    .as(outcome.toString())
                    .isEqualTo(approved ? "block APPROVAL_STALE" : "block APPROVAL_REQUIRED");
        }
    }

    @Test
    void eitherTheWithdrawalOrTheStartWins() {
        var given = new ConcurrentHashMap<String, String>();
        var outcomes =
                race(
                        "withdrawn",
                        dr -> given.put(dr, approve(quinn, dr).expect(201).field("id")),
                        (dr, product) ->
                                Race.between(
                                        dr,
                                        () -> withdraw(dr, String.valueOf(given.get(dr))),
                                        () -> start(product)));

        assertThat(kinds(outcomes).keySet())
                .isSubsetOf(Set.of("200, 428 APPROVAL_REQUIRED", "409 ALREADY_STARTED, 201"));
        var stores = new EventStores(installation);
        var approvals = stores.bySubject("approval-service");
        var lanes = stores.bySubject("dr-service");
        for (var outcome : outcomes) {
            boolean started = outcome.second().status() == 201;
            var lane = of(lanes, products.get(outcome.dr()) + "@races");
            var attempt = lane.getLast();
            assertThat(attempt.type())
                    .as(outcome.toString())
                    .isEqualTo(started ? "deployment.started" : "deployment.preflight_failed");
            if (outcome.first().status() == 409) {
                assertThat(outcome.first().at("/deployments/0"))
                        .isEqualTo(outcome.second().at("/id"));
            } else {
                long withdrawn = position(of(approvals, outcome.dr()), "dr.approval_withdrawn");
                long known = attempt.data().at("/decision/as_of/approval").asLong();
                assertThat(known < withdrawn)
                        .as(
                                "a start that knows %d, a withdrawal at %d: %s",
                                known, withdrawn, outcome)
                        .isEqualTo(started);
            }
        }
    }

    @Test
    void whatHasStartedHadNotBeenEditedBefore() {
        var outcomes =
                race(
                        "edited-started",
                        dr -> approve(quinn, dr).expect(201),
                        (dr, product) ->
                                Race.between(dr, () -> edit(dr, product), () -> start(product)));

        assertThat(kinds(outcomes).keySet())
                .isSubsetOf(Set.of("200, 428 APPROVAL_STALE", "200, 201"));
        var store = new EventStores(installation).bySubject("dr-service");
        for (var outcome : outcomes) {
            if (outcome.second().status() == 201) {
                var lane = of(store, products.get(outcome.dr()) + "@races");
                assertThat(position(lane, "deployment.started"))
                        .as(outcome.toString())
                        .isLessThan(position(of(store, outcome.dr()), "dr.edited"));
            }
        }
    }

    @Test
    void ofStartsInManyLanesAtOnceNoMoreAreLetGoThanARuleAllows() {
        author.post("/v1/environments", "{\"name\":\"narrow\",\"type\":\"production\"}")
                .expect(201);
        author.post(
                        "/v1/rules",
                        """
                        {"name":"two at once","kind":"concurrency","scope":{"environments":["narrow"]},"options":{"maximum":2}}""")
                .expect(201);
        for (int round = 0; round < ROUNDS; round++) {
            int number = round;
            var starts = Race.each(LANES, i -> startNarrow("lane-" + number + "-" + i));
            var kinds = new TreeMap<String, Integer>();
            starts.forEach(s -> kinds.merge(s.status() + " " + s.at("/code"), 1, Integer::sum));
            assertThat(kinds)
                    .as("round " + number)
                    .isEqualTo(Map.of("201 ", 2, "409 DEPLOYMENT_IN_PROGRESS", LANES - 2));
            for (var start : starts) {
                if (start.status() == 201) {
                    ci.post("/v1/deployments/" + start.field("id") + "/fail", "").expect(200);
                }
            }
        }
    }

    private static Client.Answer startNarrow(String product) {
        return ci.post(
                "/v1/deployments",
                "{\"product\":\"%s\",\"version\":\"1\",\"environment\":\"narrow\"}"
                        .formatted(product));
    }

    private List<Outcome> race(String name, BiFunction<String, String, Outcome> run) {
        return race(name, _ -> {}, run);
    }

    private List<Outcome> race(
            String name, Consumer<String> prepare, BiFunction<String, String, Outcome> run) {
        var requests =
                Race.each(
                        RACES,
                        i -> {
                            var product = name + "-" + i;
                            var dr =
                                    author.post(
                                                    "/v1/deployment-requests",
                                                    CONTENTS.formatted(product, 1))
                                            .expect(201)
                                            .field("id");
                            author.post(REQUESTS + dr + "/activate", "").expect(200);
                            products.put(dr, product);
                            prepare.accept(dr);
                            return dr;
                        });
        return Race.each(
                RACES,
                i -> {
                    var dr = requests.get(i);
                    return run.apply(dr, String.valueOf(products.get(dr)));
                });
    }

    private static Map<String, Integer> kinds(List<Outcome> outcomes) {
        var kinds = new TreeMap<String, Integer>();
        outcomes.forEach(outcome -> kinds.merge(outcome.kind(), 1, Integer::sum));
        System.out.println("races: " + kinds);
        return kinds;
    }

    private static void loserLearnsTheWinner(Outcome outcome) {
        for (var answer : List.of(outcome.first(), outcome.second())) {
            if (answer.at("/code").equals("CONCURRENT_CHANGE")) {
                assertThat(answer.at("/winner/event")).as(answer.body()).startsWith("dr.");
            }
        }
    }

    private static List<Event> of(Map<String, List<Event>> store, String subject) {
        return store.getOrDefault(subject, List.of());
    }

    private static long position(List<Event> history, String type) {
        return history.stream()
                .filter(e -> e.type().equals(type))
                .mapToLong(Event::position)
                .findFirst()
                .orElseThrow();
    }

    private static Client.Answer approve(Client who, String dr) {
        return who.post(REQUESTS + dr + "/approvals", "{\"slot\":\"qa\",\"revision\":1}");
    }

    private static Client.Answer reject(Client who, String dr) {
        return who.post(
                REQUESTS + dr + "/rejections",
                "{\"slot\":\"qa\",\"revision\":1,\"comment\":\"found a fault\"}");
    }

    private static Client.Answer edit(String dr, String product) {
        return author.send(
                "PUT", REQUESTS + dr, CONTENTS.formatted(product, 2), "If-Match", "\"1\"");
    }

    private static Client.Answer withdraw(String dr, String approval) {
        return quinn.post(REQUESTS + dr + "/approvals/" + approval + "/withdraw", "");
    }

    private static Client.Answer start(String product) {
        return ci.post("/v1/deployments", target(product));
    }

    /** {@code allow}, or {@code block} and the primary code. */
    private String gate(String dr) {
        var answer =
                ci.post("/v1/gate/checks", target(String.valueOf(products.get(dr)))).expect(200);
        return (answer.at("/decision") + " " + answer.at("/code")).strip();
    }

    private static String target(String product) {
        return "{\"product\":\"%s\",\"version\":\"1\",\"environment\":\"races\"}"
                .formatted(product);
    }

    private static Client person(String name) {
        var id =
                author.post("/v1/people", "{\"name\":\"%s\",\"roles\":[\"qa\"]}".formatted(name))
                        .expect(201)
                        .field("id");
        return author.as(token("\"kind\":\"personal\",\"person\":\"%s\"".formatted(id)));
    }

    private static String token(String terms) {
        return author.post("/v1/tokens", "{\"name\":\"racer\"," + terms + "}")
                .expect(201)
                .field("token");
    }
}
