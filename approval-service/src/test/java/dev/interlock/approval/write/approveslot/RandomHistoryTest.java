package dev.interlock.approval.write.approveslot;

import static dev.interlock.approval.domain.Requests.edited;
import static dev.interlock.approval.domain.Requests.optionalSlot;
import static dev.interlock.approval.domain.Requests.retitled;
import static dev.interlock.approval.domain.Requests.slot;
import static dev.interlock.approval.domain.Requests.slotOf;
import static dev.interlock.approval.domain.Requests.toProduction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Approvals;
import dev.interlock.approval.domain.Approvals.Approval;
import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Approver.Delegator;
import dev.interlock.approval.domain.Decision.Accepted;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Delegation;
import dev.interlock.approval.domain.RequestSnapshot;
import dev.interlock.approval.domain.Requests;
import dev.interlock.approval.domain.Tally;
import dev.interlock.approval.domain.Tally.Standing;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.approval.events.ApprovalWithdrawn;
import dev.interlock.approval.events.RequestFullyApproved;
import dev.interlock.approval.events.SlotApproved;
import dev.interlock.approval.events.SlotRejected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of approvals, some for a delegator, edits, withdrawals and rejections, checked
 * after each step. To reproduce a failure, keep the seed that the test's name shows.
 */
class RandomHistoryTest {

    private static final List<String> PEOPLE =
            List.of("usr_a", "usr_b", "usr_c", "usr_d", Requests.AUTHOR, Requests.EDITOR);
    private static final List<String> SLOTS = List.of("qa", "security", "uat");
    private static final int STEPS = 400;

    private final List<ApprovalEvent> stream = new ArrayList<>();
    private RequestSnapshot request =
            toProduction(slotOf("qa", 2), slot("security"), optionalSlot("uat"));
    private Approvals approvals = Approvals.NONE;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597})
    void whateverHappensOnlyFreshApprovalsOfDistinctIndependentPeopleCount(long seed) {
        var random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            boolean vetoed = approvals.veto(request).isPresent();
            boolean completeBefore = Tally.of(approvals, request, Requests.NOW).complete();
            var events = happens(random, step);
            stream.addAll(events);
            events.forEach(event -> approvals = approvals.evolve(event));

            boolean complete = Tally.of(approvals, request, Requests.NOW).complete();
            if (vetoed) {
                assertThat(events).noneMatch(SlotApproved.class::isInstance);
            }
            if (events.stream().anyMatch(RequestFullyApproved.class::isInstance)) {
                assertThat(complete && !completeBefore).isTrue();
            } else if (events.stream().anyMatch(SlotApproved.class::isInstance)) {
                assertThat(complete).isEqualTo(completeBefore);
            }
            check();
        }
        assertThat(Approvals.from(stream)).isEqualTo(approvals);
    }

    private List<ApprovalEvent> happens(Random random, int step) {
        return switch (random.nextInt(20)) {
            case 0 -> {
                request = edited(request, List.of("aa", "bb", "cc").get(random.nextInt(3)));
                yield List.of();
            }
            case 1 -> {
                request = retitled(request);
                yield List.of();
            }
            case 2, 3, 4 -> withdrawn(random);
            case 5 -> rejected(random, step);
            default -> approved(random, step);
        };
    }

    private List<ApprovalEvent> approved(Random random, int step) {
        var slot = any(SLOTS, random);
        var approver = approver(random);
        int revision = Math.max(1, request.revision() - random.nextInt(2));
        var command =
                new ApproveSlot(
                        "apr_" + step,
                        slot,
                        revision,
                        null,
                        approver.person(),
                        approver.delegator(),
                        approver.actorKind(),
                        request);
        return switch (ApproveSlotDecision.decide(
                approvals, command, approver, List.of(slot), Requests.NOW)) {
            case Accepted(var events) -> {
                assertThat(mayStandFor(approver, slot)).as("%s for %s", approver, slot).isTrue();
                yield events;
            }
            case Redundant<ApprovalEvent> _, Refused<ApprovalEvent> _ -> List.of();
        };
    }

    /** In one of three cases somebody who stands for another. */
    private static Approver approver(Random random) {
        var person = any(PEOPLE, random);
        var other = any(PEOPLE, random);
        return new Approver(
                person,
                Approver.HUMAN,
                SLOTS,
                Set.of(),
                random.nextInt(3) > 0 || other.equals(person)
                        ? null
                        : new Delegator(
                                other,
                                SLOTS,
                                Set.of(),
                                List.of(delegation(other, person, random))));
    }

    /** For one type, or for all; it may not have begun, be over or have been ended. */
    private static Delegation.Given delegation(String from, String to, Random random) {
        var starts = Requests.NOW.plus(Duration.ofHours(random.nextInt(-3, 2)));
        return new Delegation.Given(
                "del_1",
                from,
                to,
                starts,
                starts.plus(Duration.ofHours(random.nextInt(1, 5))),
                List.of(),
                List.of(),
                random.nextBoolean() ? List.of() : List.of(any(SLOTS, random)),
                random.nextInt(4) == 0 ? Requests.NOW : null);
    }

    private static boolean mayStandFor(Approver approver, String slot) {
        var delegator = approver.actingFor();
        return delegator == null
                || delegator.delegations().stream()
                        .anyMatch(
                                d ->
                                        d.endedAt() == null
                                                && !d.startsAt().isAfter(Requests.NOW)
                                                && d.endsAt().isAfter(Requests.NOW)
                                                && (d.types().isEmpty()
                                                        || d.types().contains(slot)));
    }

    private List<ApprovalEvent> withdrawn(Random random) {
        if (approvals.approvals().isEmpty()) {
            return List.of();
        }
        var approval = any(approvals.approvals(), random);
        return (approval.ending() != null)
                ? List.of()
                : List.of(
                        new ApprovalWithdrawn(
                                approval.id(),
                                request.id(),
                                approval.slot(),
                                approval.person(),
                                null));
    }

    private List<ApprovalEvent> rejected(Random random, int step) {
        return List.of(
                new SlotRejected(
                        "rej_" + step,
                        request.id(),
                        any(SLOTS, random),
                        request.revision(),
                        request.contentHash(),
                        any(PEOPLE, random),
                        "qa",
                        List.of("qa"),
                        random.nextInt(20) == 0,
                        "no"));
    }

    private void check() {
        var tally = Tally.of(approvals, request, Requests.NOW);
        var counting = new ArrayList<Approval>();
        for (var slot : tally.slots()) {
            assertThat(slot.counting()).hasSizeLessThanOrEqualTo(slot.slot().min());
            assertThat(slot.surplus().isEmpty() || slot.full()).isTrue();
            counting.addAll(slot.counting());
        }
        for (var approval : counting) {
            assertThat((approval.ending() != null)).isFalse();
            assertThat(approval.revision())
                    .isBetween(request.contentRevision(), request.revision());
            assertThat(approval.contentHash()).isEqualTo(request.contentHash());
            assertThat(persons(approval)).allMatch(person -> request.relationOf(person) == null);
        }
        assertThat(counting.stream().flatMap(a -> persons(a).stream()).toList())
                .as("persons fill one slot each, and are one with whom they stand for")
                .doesNotHaveDuplicates();
        for (var approval : approvals.approvals()) {
            if (approval.revision() < request.contentRevision()) {
                assertThat(tally.standingOf(approval)).isIn(Standing.STALE, Standing.WITHDRAWN);
            }
        }
    }

    private static List<String> persons(Approval approval) {
        return Stream.of(Optional.of(approval.person()), Optional.ofNullable(approval.actingFor()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
