package dev.interlock.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interlock.standalone.endtoend.GeneratedWorld.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whoever asks whether something may go is answered the same: checks, what-ifs, starts, lists, the
 * readiness of requests, replays and backtests, over a generated world. {@code -Dinterlock.seed=…}
 * makes another.
 */
class AgreementIT {

    private static final long SEED = Long.getLong("interlock.seed", 1);

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What says when, and by which record, it was decided; all else is the decision. */
    private static final List<String> OF_THE_ASKING =
            List.of("id", "explain_url", "decided_at", "as_of", "lane_revision");

    /** Where candidates and decisions have the same field. */
    private static final List<String> OF_CANDIDATES =
            List.of(
                    "product",
                    "version",
                    "deployment_requests",
                    "action",
                    "decision",
                    "would_block",
                    "code",
                    "message",
                    "retry_after");

    /** The one number in a message that grows while one asks: an instant of its own each. */
    private static final Pattern SOAKED = Pattern.compile("has soaked PT[0-9.HMS]+");

    private static Installation installation;
    private static GeneratedWorld world;

    /** Every decision that was given, by its id. */
    private static final Map<String, JsonNode> given = new TreeMap<>();

    @BeforeAll
    static void start() {
        installation = Installation.inOneJvm();
        world = new GeneratedWorld(installation.admin(), SEED);
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    /** One after the other, since starts change what all the others are asked about. */
    @Test
    void whoeverAsksIsAnsweredTheSame() {
        checksAgree();
        candidatesAgree();
        readinessAgrees();
        var attempts = startsAgree();
        everyKindHadItsSay();
        replaysAgree();
        backtestsAgree(attempts);
    }

    private static void checksAgree() {
        for (var question : world.questions()) {
            var now = check(question.body());
            var at = now.path("decided_at").asString();
            agrees(
                    "explained",
                    question,
                    now,
                    check(question.body(",'explain':true,'at':'" + at + "'")));
            agrees("what-if", question, now, check(question.body(",'at':'" + at + "'")));
            var spelled =
                    check(
                            Question.spelled(
                                    " " + question.product().toUpperCase(Locale.ROOT),
                                    question.version(),
                                    question.environment().equals(GeneratedWorld.PRODUCTION)
                                            ? "Agree-Live "
                                            : question.environment().toUpperCase(Locale.ROOT) + " ",
                                    ",'at':'" + at + "'"));
            agrees("spelled otherwise", question, now, spelled);
            assertThat(world.ci.get("/v1/decisions/" + now.path("id").asString()).json())
                    .as(said("on record", question))
                    .isEqualTo(now);
            failsOnBlock(question, now, at);
            for (var instant : world.instants()) {
                var first = check(question.body(",'at':'" + instant + "'"));
                agrees(
                        "what-if at " + instant,
                        question,
                        first,
                        check(question.body(",'at':'" + instant + "'")));
            }
        }
    }

    private static void failsOnBlock(Question question, JsonNode decision, String at) {
        var answer =
                world.ci.post("/v1/gate/checks?fail_on=block", question.body(",'at':'" + at + "'"));
        if (decision.path("allowed").asBoolean()) {
            agrees("fail_on", question, decision, answer.expect(200).json());
            return;
        }
        var status = decision.path("http_status").asInt();
        for (var field :
                List.of("code", "findings", "overrides", "retry_after", "earliest_possible")) {
            assertThat(answer.expect(status).json().path(field))
                    .as(said("fail_on: " + field, question))
                    .isEqualTo(orMissing(decision.path(field), answer.json().path(field)));
        }
        assertThat(answer.field("detail")).isEqualTo(decision.path("message").asString());
    }

    /** A problem leaves out what it does not know; a decision says null. */
    private static JsonNode orMissing(JsonNode expected, JsonNode found) {
        return expected.isNull() && found.isMissingNode() ? found : expected;
    }

    /** All that a list says of each is what a check says of it. */
    private static void candidatesAgree() {
        int listed = 0;
        for (var environment : GeneratedWorld.ENVIRONMENTS) {
            for (var spelling :
                    environment.equals(GeneratedWorld.PRODUCTION)
                            ? List.of(environment, GeneratedWorld.ALIAS)
                            : List.of(environment)) {
                var asked = Instant.now();
                for (var candidate :
                        world.ci
                                .get("/v1/environments/" + spelling + "/candidates?limit=200")
                                .expect(200)
                                .json()
                                .path("items")) {
                    listed++;
                    var question =
                            new Question(
                                    candidate.path("product").asString(),
                                    candidate.path("version").asString(),
                                    environment);
                    var check = check(question.body());
                    for (var field : OF_CANDIDATES) {
                        assertThat(timeless(candidate.path(field)))
                                .as(said("candidates: " + field, question))
                                .isEqualTo(timeless(check.path(field)));
                    }
                    earliestAgrees(question, candidate, asked, check);
                }
            }
        }
        assertThat(listed).as(said("candidates", null)).isPositive();
    }

    /**
     * What is possible at once is possible from the moment of asking, which is each answer's own.
     */
    private static void earliestAgrees(
            Question question, JsonNode candidate, Instant asked, JsonNode check) {
        var earliest = candidate.path("earliest_possible");
        if (check.path("earliest_possible").equals(check.path("decided_at"))) {
            assertThat(Instant.parse(earliest.asString()))
                    .as(said("candidates: possible at once", question))
                    .isBetween(asked, Instant.parse(check.path("decided_at").asString()));
        } else {
            assertThat(earliest)
                    .as(said("candidates: earliest_possible", question))
                    .isEqualTo(check.path("earliest_possible"));
        }
    }

    private static void readinessAgrees() {
        for (var request : world.requests) {
            var readiness =
                    world.ci.get("/v1/deployment-requests/" + request + "/readiness").expect(200);
            for (var target : readiness.json().path("targets")) {
                if (!target.path("status").asString().equals("pending")) {
                    continue;
                }
                var question =
                        new Question(
                                target.path("product").asString(),
                                target.path("version").asString(),
                                target.path("environment").asString());
                var check = check(question.body());
                assertThat(target.path("decision"))
                        .as(said("readiness", question))
                        .isEqualTo(check.path("decision"));
                assertThat(missing(timeless(target.path("missing"))))
                        .as(said("readiness: missing", question))
                        .isEqualTo(missing(failures(timeless(check))));
            }
        }
    }

    private static List<String> missing(Iterable<JsonNode> findings) {
        var missing = new ArrayList<String>();
        findings.forEach(
                f ->
                        missing.add(
                                "%s %s %s %s"
                                        .formatted(
                                                f.path("mode").asString(),
                                                f.path("code").asString(),
                                                f.path("message").asString(),
                                                f.path("who_can_fix"))));
        return missing;
    }

    /** The decisions that were recorded with the attempts, by the attempts' ids. */
    private static Map<String, JsonNode> startsAgree() {
        var attempts = new HashMap<String, JsonNode>();
        int overridden = breakTheGlass();
        int allowed = 0;
        int blocked = 0;
        for (var question : world.questions()) {
            var check = check(question.body());
            var answer =
                    world.ci.post(
                            "/v1/deployments",
                            question.environment().equals(GeneratedWorld.PRODUCTION)
                                    ? Question.spelled(
                                            question.product(),
                                            question.version(),
                                            "Agree-Live ",
                                            "")
                                    : question.body());
            var status =
                    check.path("allowed").asBoolean() ? 201 : check.path("http_status").asInt();
            assertThat(answer.status())
                    .as(said("start", question) + answer.body())
                    .isEqualTo(status);
            var id = answer.at(status == 201 ? "/id" : "/attempt");
            var decision =
                    world.ci.get("/v1/deployments/" + id).expect(200).json().path("decision");
            attempts.put(id, decision);
            given.put(decision.path("id").asString(), decision);
            agrees("start", question, atItsOwnTime(check), atItsOwnTime(decision));
            if (status == 201) {
                allowed++;
            } else {
                blocked++;
                agrees(
                        "what-if of a refused start",
                        question,
                        decision,
                        check(
                                question.body(
                                        ",'at':'" + decision.path("decided_at").asString() + "'")));
            }
        }
        assertThat(allowed).as(said("admitted starts", null)).isPositive();
        assertThat(blocked).as(said("refused starts", null)).isPositive();
        assertThat(attempts.values().stream().filter(AgreementIT::isOverridden))
                .as(said("starts by override", null))
                .hasSizeGreaterThanOrEqualTo(Math.min(1, overridden));
        return attempts;
    }

    private static boolean isOverridden(JsonNode decision) {
        return decision.path("allowed").asBoolean()
                && decision.path("verdict").asString().equals("fail");
    }

    /** By each of those who may, for the first that all its failures may be lifted from. */
    private static int breakTheGlass() {
        int broken = 0;
        for (var question : world.questions()) {
            if (broken == world.breakers.size()) {
                break;
            }
            var check = check(question.body());
            if (check.path("allowed").asBoolean()) {
                continue;
            }
            var names = new TreeSet<String>();
            for (var failure : failures(check)) {
                if (failure.path("mode").asString().equals("enforce")) {
                    names.add(
                            failure.path("rule").isObject()
                                    ? failure.at("/rule/id").asString()
                                    : failure.path("code").asString());
                }
            }
            var answer =
                    world.breakers
                            .get(broken)
                            .post(
                                    "/v1/overrides",
                                    question.body(
                                            ",'rules':['%s'],'reason':'agreed','incident_url':'https://status.example.com/7'"
                                                    .formatted(String.join("','", names))));
            if (answer.status() == 201) {
                broken++;
                assertThat(check(question.body()).path("allowed").asBoolean())
                        .as(said("overridden", question))
                        .isTrue();
            }
        }
        assertThat(broken).as(said("overrides", null)).isEqualTo(world.breakers.size());
        return broken;
    }

    private static void everyKindHadItsSay() {
        var failed = new TreeSet<String>();
        var passed = new TreeSet<String>();
        for (var decision : given.values()) {
            for (var finding : decision.path("findings")) {
                var rule = world.rules.get(finding.at("/rule/id").asString(""));
                if (rule != null) {
                    (isFailed(finding) ? failed : passed).add(rule.kind());
                }
            }
        }
        assertThat(failed).as(said("kinds that failed", null)).containsAll(GeneratedWorld.KINDS);
        assertThat(passed).as(said("kinds that passed", null)).isNotEmpty();
    }

    private static void replaysAgree() {
        given.keySet().forEach(AgreementIT::replayAgrees);
    }

    private static void replayAgrees(String id) {
        var replay = world.admin.get("/v1/decisions/" + id + "/replay").expect(200).json();
        assertThat(replay.path("differences"))
                .as(said("replay of " + id, null) + given.get(id))
                .isEmpty();
        assertThat(replay.path("same").asBoolean()).isTrue();
    }

    /**
     * A draft is judged as if it were enforced: so a rule that was reported only would have blocked
     * what it failed where that was enforced, and one that was enforced nothing that was let go (if
     * it failed, an override lifted it). A disabled rule said nothing that could be compared.
     */
    private static void backtestsAgree(Map<String, JsonNode> attempts) {
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                backtest(world.rules.values().iterator().next())
                                                .path("attempts")
                                                .asInt()
                                        >= attempts.size());
        for (var rule : world.rules.values()) {
            if (rule.mode().equals("disabled") || rule.body().contains("\"suspension\"")) {
                continue; // a draft is tried as if it were in force: these say nothing yet
            }
            var backtest = backtest(rule);
            assertThat(backtest.path("undecided").asInt()).isZero();
            var about = said("backtest of " + rule, null);
            var expected = new TreeMap<String, String>();
            int alreadyBlocked = 0;
            for (var attempt : attempts.entrySet()) {
                var decision = attempt.getValue();
                var finding = finding(decision, rule.id());
                if (finding == null || !isFailed(finding)) {
                    continue;
                }
                if (!decision.path("allowed").asBoolean()) {
                    alreadyBlocked++;
                } else if (decision.path("mode").asString().equals("enforce")
                        && rule.mode().equals("report_only")) {
                    expected.put(attempt.getKey(), word(finding));
                }
            }
            var found = new TreeMap<String, String>();
            for (var item : backtest.path("items")) {
                if (attempts.containsKey(item.path("id").asString())) { // not of before the rule
                    found.put(item.path("id").asString(), word(item));
                }
            }
            assertThat(found).as(about).isEqualTo(expected);
            assertThat(backtest.path("already_blocked").asInt())
                    .as(about)
                    .isEqualTo(alreadyBlocked);
        }
    }

    private static String word(JsonNode finding) {
        return finding.path("code").asString() + ": " + finding.path("message").asString();
    }

    private static JsonNode backtest(GeneratedWorld.WrittenRule rule) {
        return world.admin
                .post(
                        "/v1/rules/backtests",
                        "{\"days\":1,\"replaces\":\"%s\",\"rule\":%s}"
                                .formatted(rule.id(), rule.body()))
                .expect(200)
                .json();
    }

    private static @Nullable JsonNode finding(JsonNode decision, String rule) {
        for (var finding : decision.path("findings")) {
            if (finding.at("/rule/id").asString("").equals(rule)) {
                return finding;
            }
        }
        return null;
    }

    private static List<JsonNode> failures(JsonNode decision) {
        var failures = new ArrayList<JsonNode>();
        for (var finding : decision.path("findings")) {
            if (isFailed(finding)) {
                failures.add(finding);
            }
        }
        return failures;
    }

    private static boolean isFailed(JsonNode finding) {
        return List.of("failed", "error").contains(finding.path("outcome").asString());
    }

    private static JsonNode check(String body) {
        var decision = world.ci.post("/v1/gate/checks", body).expect(200).json();
        given.put(decision.path("id").asString(), decision);
        return decision;
    }

    private static void agrees(String who, Question question, JsonNode one, JsonNode other) {
        assertThat(decided(other)).as(said(who, question)).isEqualTo(decided(one));
    }

    private static JsonNode atItsOwnTime(JsonNode decision) {
        var copy = (ObjectNode) decision.deepCopy();
        if (copy.path("earliest_possible").equals(copy.path("decided_at"))) {
            copy.put("earliest_possible", "at once");
        }
        return timeless(copy);
    }

    private static JsonNode timeless(JsonNode said) {
        return said.isMissingNode()
                ? said
                : JSON.readTree(SOAKED.matcher(said.toString()).replaceAll("has soaked so long"));
    }

    private static JsonNode decided(JsonNode decision) {
        var copy = (ObjectNode) decision.deepCopy();
        OF_THE_ASKING.forEach(copy::remove);
        return copy;
    }

    private static String said(String who, @Nullable Question question) {
        return "seed %d: %s%s: ".formatted(SEED, who, question == null ? "" : " about " + question);
    }
}
