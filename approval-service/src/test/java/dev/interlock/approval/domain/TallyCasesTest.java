package dev.interlock.approval.domain;

import static dev.interlock.approval.domain.Requests.expiringAt;
import static dev.interlock.approval.domain.Requests.toProduction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.approval.events.ApprovalRevoked;
import dev.interlock.approval.events.SlotApproved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Counting agrees with the gate's: both are held to the cases that contracts keeps for them. */
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
        var slots = stream(c.path("slots")).map(TallyCasesTest::slot).toList();
        var request = toProduction(slots.toArray(RequestSnapshot.Slot[]::new));
        var end = time(c.path("request_expires_at"));
        if (end != null) {
            request = expiringAt(request, end);
        }
        var history = new ArrayList<ApprovalEvent>();
        for (var approval : c.path("approvals")) {
            history.add(approved(approval));
            var ended = time(approval.path("ended_at"));
            if (ended != null) {
                var id = approval.path("id").asString();
                history.add(new ApprovalRevoked(id, "DR-1", "any", "any", "any", "any", ended));
            }
        }
        var approvals = Approvals.from(history);
        var now = Instant.parse(c.path("now").asString());

        var tally = Tally.of(approvals, request, now);

        for (var slot : tally.slots()) {
            assertThat(slot.counting())
                    .extracting(Approvals.Approval::id)
                    .isEqualTo(strings(c.path("counting").path(slot.slot().id())));
        }
        assertThat(tally.slots())
                .filteredOn(Tally.SlotTally::full)
                .extracting(slot -> slot.slot().id())
                .isEqualTo(strings(c.path("full")));
        assertThat(Tally.expired(approvals, request, now)).isEqualTo(c.path("expired").asBoolean());
    }

    private static RequestSnapshot.Slot slot(JsonNode s) {
        var validFor = s.path("approval_valid_for");
        return new RequestSnapshot.Slot(
                s.path("id").asString(),
                s.path("id").asString(),
                List.of(),
                s.path("min").asInt(),
                null,
                s.path("optional").asBoolean(),
                true,
                1,
                strings(s.path("required_members")),
                false,
                validFor.isNull() ? null : Duration.parse(validFor.asString()),
                s.path("counts_from").asInt());
    }

    private static SlotApproved approved(JsonNode a) {
        return new SlotApproved(
                a.path("id").asString(),
                "DR-1",
                a.path("slot").asString(),
                a.path("revision").asInt(),
                Requests.HASH,
                a.path("person").asString(),
                "qa",
                List.of("qa"),
                false,
                null,
                strings(a.path("groups")),
                a.path("acting_for").isNull() ? null : a.path("acting_for").asString(),
                time(a.path("at")));
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
