package dev.interlock.approval.domain;

import static dev.interlock.approval.domain.Requests.NOW;
import static dev.interlock.approval.domain.Requests.approved;
import static dev.interlock.approval.domain.Requests.expiringAt;
import static dev.interlock.approval.domain.Requests.slot;
import static dev.interlock.approval.domain.Requests.slotWith;
import static dev.interlock.approval.domain.Requests.toProduction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Refusal.NotDelegated;
import dev.interlock.approval.domain.Refusal.RequestNotOpen;
import dev.interlock.approval.domain.Refusal.StageNotOpen;
import dev.interlock.approval.domain.Tally.Standing;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.approval.events.ApprovalRevoked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What slots and requests say about groups, stages, ages and delegates. */
class TermsTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Approver QUINN = new Approver("usr_quinn", Approver.HUMAN, List.of("qa"));

    @Test
    void aSlotIsNotFullBeforeEachOfItsGroupsIsAmongThoseWhoApproved() {
        var request = toProduction(slotWith("qa", 2, 1, List.of("payments"), null));
        var two = history(given("a", "usr_a"), given("b", "usr_b"));
        var three =
                two.evolve(approved("c", "qa", "usr_c", request, List.of("payments"), null, NOW));

        assertThat(Tally.of(two, request, NOW).slots().getFirst().missing()).isEqualTo(1);
        assertThat(Tally.of(two, request, NOW).slots().getFirst().missingGroups())
                .containsExactly("payments");
        assertThat(standings(three, request, NOW))
                .containsExactly(Standing.COUNTS, Standing.SURPLUS, Standing.COUNTS);
        assertThat(Tally.of(three, request, NOW).complete()).isTrue();
    }

    @Test
    void anApprovalCountsUntilItsAgeAndNoLongerAtIt() {
        var request = toProduction(slotWith("qa", 1, 1, List.of(), DAY));
        var approvals = history(given("a", "usr_a"));

        assertThat(standings(approvals, request, NOW.plus(DAY).minusNanos(1)))
                .containsExactly(Standing.COUNTS);
        assertThat(standings(approvals, request, NOW.plus(DAY))).containsExactly(Standing.EXPIRED);
    }

    @Test
    void delegatorAndDelegateAreOnePerson() {
        var request = toProduction(slotWith("qa", 2, 1, List.of(), null));
        var approvals =
                history(
                        approved("a", "qa", "usr_b", request, List.of(), "usr_a", NOW),
                        given("b", "usr_a"),
                        given("c", "usr_b"));

        assertThat(Tally.of(approvals, request, NOW).slots().getFirst().counting()).hasSize(1);
    }

    @Test
    void aRequestThatNobodyAnsweredInTimeHasExpiredForGood() {
        var request = expiringAt(toProduction(slot("qa")), NOW);
        var late = history(given("a", "usr_a"));
        var inTime =
                history(approved("a", "qa", "usr_a", request, List.of(), null, NOW.minusNanos(1)));

        assertThat(Tally.expired(Approvals.NONE, request, NOW.minusNanos(1))).isFalse();
        assertThat(Tally.expired(Approvals.NONE, request, NOW)).isTrue();
        assertThat(Tally.expired(late, request, NOW.plusSeconds(1))).isTrue();
        assertThat(Tally.expired(inTime, request, NOW.plusSeconds(1))).isFalse();
        assertThat(Grounds.against(Approvals.NONE, request, "qa", 1, QUINN, NOW.plusSeconds(1)))
                .contains(new RequestNotOpen("DR-1", "expired", null));
    }

    @Test
    void revokedAfterTheTimeToAnswerItWasStillAnswered() {
        var request = expiringAt(toProduction(slot("qa")), NOW);
        var approvals =
                history(
                        approved("a", "qa", "usr_a", request, List.of(), null, NOW.minusSeconds(1)),
                        new ApprovalRevoked(
                                "a",
                                "DR-1",
                                "qa",
                                "usr_a",
                                "usr_root",
                                "left",
                                NOW.plusSeconds(1)));

        assertThat(standings(approvals, request, NOW.plusSeconds(2)))
                .containsExactly(Standing.REVOKED);
        assertThat(Tally.expired(approvals, request, NOW.plusSeconds(2))).isFalse();
    }

    @Test
    void aLaterStageOpensOnceTheEarlierIsFilled() {
        var request = toProduction(slot("qa"), slotWith("security", 1, 2, List.of(), null));
        var filled = history(given("a", "usr_a"));

        assertThat(Grounds.against(Approvals.NONE, request, "security", 1, QUINN, NOW))
                .contains(new StageNotOpen("DR-1", "security", 2, List.of("qa")));
        assertThat(Grounds.against(filled, request, "security", 1, QUINN, NOW)).isEmpty();
    }

    @Test
    void oneActsForAnotherOnlyWhileTheDelegationHolds() {
        var request = toProduction(slot("qa"));
        var given =
                new Delegation.Given(
                        "del_1",
                        "usr_a",
                        "usr_quinn",
                        NOW,
                        NOW.plus(DAY),
                        List.of(),
                        List.of("api"),
                        List.of("qa"),
                        null);
        var approver =
                new Approver(
                        "usr_quinn",
                        Approver.HUMAN,
                        List.of(),
                        Set.of(),
                        new Approver.Delegator("usr_a", List.of("qa"), Set.of(), List.of(given)));

        assertThat(Grounds.against(Approvals.NONE, request, "qa", 1, approver, NOW)).isEmpty();
        assertThat(Grounds.against(Approvals.NONE, request, "qa", 1, approver, NOW.plus(DAY)))
                .contains(new NotDelegated("usr_a", "qa"));
        assertThat(Grounds.against(Approvals.NONE, request, "qa", 1, approver, NOW.minusNanos(1)))
                .contains(new NotDelegated("usr_a", "qa"));
    }

    @Test
    void nobodyActsForTheAuthorNorTheAuthorForAnybodyWhereverItGoes() {
        var slot = slot("qa");
        var request = Requests.to("staging", "staging", slot);

        assertThat(request.barrier(slot, List.of(Requests.AUTHOR))).isNull();
        assertThat(request.barrier(slot, List.of("usr_a", Requests.AUTHOR))).isEqualTo("author");
        assertThat(request.barrier(slot, List.of(Requests.AUTHOR, "usr_a"))).isEqualTo("author");
        assertThat(toProduction(slot).barrier(slot, List.of("usr_a", Requests.BUILDER)))
                .isEqualTo("version_builder");
    }

    private static ApprovalEvent given(String approval, String person) {
        return approved(approval, "qa", person, toProduction(slot("qa")));
    }

    private static Approvals history(ApprovalEvent... events) {
        return Approvals.from(List.of(events));
    }

    private static List<Standing> standings(
            Approvals approvals, RequestSnapshot request, Instant now) {
        var tally = Tally.of(approvals, request, now);
        return approvals.approvals().stream().map(tally::standingOf).toList();
    }
}
