package dev.interlock.rules.domain.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.rules.domain.facts.RequestFacts.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counting agrees with approval-service's: both are held to the cases that contracts keeps for
 * them.
 */
class TallyCasesTest {

    private static final Path CASES =
            Path.of("../contracts/src/test/resources/golden-tally/cases.json");

    static List<JsonNode> cases() throws IOException {
        var cases = new ArrayList<JsonNode>();
        JsonMapper.shared().readTree(Files.readString(CASES)).forEach(cases::add);
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void countsAsTheCaseSays(JsonNode c) {
        var decisions = ApprovalFacts.NONE;
        for (var approval : c.path("approvals")) {
            decisions = decisions.with(approval(approval));
        }
        var request =
                request(
                        stream(c.path("slots")).map(TallyCasesTest::slot).toList(),
                        time(c.path("request_expires_at")),
                        decisions);
        var now = Instant.parse(c.path("now").asString());

        var tally = Tally.of(request, now, (_, _) -> true);

        for (var filled : tally.slots()) {
            assertThat(filled.counting())
                    .extracting(Approval::id)
                    .isEqualTo(strings(c.path("counting").path(filled.slot().id())));
        }
        assertThat(tally.slots())
                .filteredOn(Tally.Filled::full)
                .extracting(filled -> filled.slot().id())
                .isEqualTo(strings(c.path("full")));
        assertThat(request.isExpired(now)).isEqualTo(c.path("expired").asBoolean());
    }

    private static Slot slot(JsonNode s) {
        var validFor = s.path("approval_valid_for");
        return new Slot(
                s.path("id").asString(),
                s.path("id").asString(),
                List.of(),
                s.path("min").asInt(),
                null,
                s.path("optional").asBoolean(),
                1,
                strings(s.path("required_members")),
                false,
                validFor.isNull() ? null : Duration.parse(validFor.asString()),
                s.path("counts_from").asInt());
    }

    private static Approval approval(JsonNode a) {
        var at = time(a.path("at"));
        return new Approval(
                a.path("id").asString(),
                a.path("slot").asString(),
                a.path("revision").asInt(),
                Digest.of("aa"),
                a.path("person").asString(),
                a.path("acting_for").isNull() ? null : a.path("acting_for").asString(),
                Set.copyOf(strings(a.path("groups"))),
                at == null ? Instant.EPOCH : at,
                time(a.path("ended_at")));
    }

    private static Request request(
            List<Slot> slots, @Nullable Instant expiresAt, ApprovalFacts decisions) {
        var facts =
                new RequestFacts(
                        "DR-1",
                        1,
                        State.IN_PROGRESS,
                        false,
                        2,
                        0,
                        List.of(new SeenContents(1, Digest.of("aa"))),
                        "usr_author",
                        "usr_author",
                        List.of(new Item("api", "1", List.of("production"), 1)),
                        List.of("production"),
                        slots,
                        expiresAt,
                        List.of(),
                        Paperwork.NONE);
        return new Request(facts, decisions);
    }

    private static @Nullable Instant time(JsonNode node) {
        return node.isNull() ? null : Instant.parse(node.asString());
    }

    private static List<String> strings(JsonNode node) {
        return stream(node).map(JsonNode::asString).toList();
    }

    private static Stream<JsonNode> stream(JsonNode node) {
        var all = new ArrayList<JsonNode>();
        node.forEach(all::add);
        return all.stream();
    }
}
