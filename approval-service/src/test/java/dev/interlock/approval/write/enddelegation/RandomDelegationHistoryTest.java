package dev.interlock.approval.write.enddelegation;

import static dev.interlock.approval.domain.Requests.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Decision.Accepted;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Delegation;
import dev.interlock.approval.domain.Delegation.Given;
import dev.interlock.approval.events.DelegationEvent;
import dev.interlock.approval.events.DelegationGiven;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random attempts to end one delegation, before, during and after its time. To reproduce a failure,
 * keep the seed that the test's name shows.
 */
class RandomDelegationHistoryTest {

    private static final List<String> PEOPLE = List.of("usr_from", "usr_to", "usr_other");
    private static final List<String> KINDS = List.of(Approver.HUMAN, "agent", "ci");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597})
    void aDelegationEndsOnceByThoseItConcernsAndHoldsNeverAfter(long seed) {
        var random = new Random(seed);
        var starts = NOW.plus(Duration.ofHours(random.nextInt(-5, 5)));
        var given =
                new DelegationGiven(
                        "del_1",
                        "usr_from",
                        "usr_to",
                        starts,
                        starts.plus(Duration.ofHours(random.nextInt(1, 10))),
                        null,
                        null,
                        List.of("qa"),
                        "on leave");
        var stream = new ArrayList<DelegationEvent>(List.of(given));
        Delegation delegation = new Delegation.Unknown().evolve(given);
        var now = NOW;
        for (int step = 0; step < 30; step++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(60)));
            var before = (Given) delegation;
            var by = by(random);

            for (var event : events(delegation, by, now)) {
                stream.add(event);
                delegation = delegation.evolve(event);
            }

            var after = (Given) delegation;
            boolean may =
                    by.human().isPresent()
                            && (!"usr_other".equals(by.person()) || by.roles().contains("admin"));
            assertThat(after.endedAt())
                    .as("step %d, %s", step, by)
                    .isEqualTo(before.endedAt() == null && may ? now : before.endedAt());
            checkHolds(given, after, now);
        }
        Delegation replayed = new Delegation.Unknown();
        for (var event : stream) {
            replayed = replayed.evolve(event);
        }
        assertThat(replayed).isEqualTo(delegation);
    }

    /** Half-open, and never longer than it was given for. */
    private static void checkHolds(DelegationGiven given, Given delegation, Instant now) {
        for (int minutes = -720; minutes <= 1_440; minutes += 30) {
            var at = now.plus(Duration.ofMinutes(minutes));
            var ended = delegation.endedAt();
            assertThat(delegation.isActive(at))
                    .isEqualTo(
                            !at.isBefore(given.startsAt())
                                    && at.isBefore(given.endsAt())
                                    && (ended == null || at.isBefore(ended)));
        }
        if (delegation.endedAt() instanceof Instant ended) {
            assertThat(delegation.isActive(ended)).isFalse();
        }
    }

    private static Approver by(Random random) {
        return new Approver(
                PEOPLE.get(random.nextInt(PEOPLE.size())),
                random.nextInt(3) == 0 ? KINDS.get(random.nextInt(KINDS.size())) : Approver.HUMAN,
                random.nextInt(6) == 0 ? List.of("admin") : List.of("qa"));
    }

    private static List<DelegationEvent> events(Delegation delegation, Approver by, Instant now) {
        var command = new EndDelegation("del_1", by.person(), by.actorKind());
        return switch (EndDelegationDecision.decide(delegation, command, by, now)) {
            case Accepted(var events) -> events;
            case Redundant<DelegationEvent> _, Refused<DelegationEvent> _ -> List.of();
        };
    }
}
