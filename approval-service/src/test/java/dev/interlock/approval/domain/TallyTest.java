package dev.interlock.approval.domain;

import static dev.interlock.approval.domain.Requests.approved;
import static dev.interlock.approval.domain.Requests.edited;
import static dev.interlock.approval.domain.Requests.optionalSlot;
import static dev.interlock.approval.domain.Requests.retitled;
import static dev.interlock.approval.domain.Requests.slot;
import static dev.interlock.approval.domain.Requests.slotOf;
import static dev.interlock.approval.domain.Requests.toProduction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Tally.Standing;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.approval.events.ApprovalWithdrawn;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {

    private final RequestSnapshot request = toProduction(slotOf("qa", 2), slot("security"));

    @Test
    void nothingIsCompleteBeforeAnybodyApproved() {
        var tally = Tally.of(Approvals.NONE, request, Requests.NOW);

        assertThat(tally.complete()).isFalse();
        assertThat(tally.slots()).extracting(Tally.SlotTally::missing).containsExactly(2, 1);
    }

    @Test
    void aSlotTakesTheFirstInTheOrderOfTheStream() {
        var approvals =
                history(
                        approved("apr_1", "qa", "usr_a", request),
                        approved("apr_2", "qa", "usr_b", request),
                        approved("apr_3", "qa", "usr_c", request));

        assertThat(standings(approvals, request))
                .containsExactly(Standing.COUNTS, Standing.COUNTS, Standing.SURPLUS);
    }

    @Test
    void aSurplusApprovalCountsOnceAPlaceFallsFree() {
        var approvals =
                history(
                        approved("apr_1", "security", "usr_a", request),
                        approved("apr_2", "security", "usr_b", request),
                        new ApprovalWithdrawn("apr_1", "DR-1", "security", "usr_a", null));

        assertThat(standings(approvals, request))
                .containsExactly(Standing.WITHDRAWN, Standing.COUNTS);
        assertThat(Tally.of(approvals, request, Requests.NOW).full("security")).isTrue();
    }

    @Test
    void otherContentsMakeItStale() {
        var approvals = history(approved("apr_1", "security", "usr_a", request));

        assertThat(standings(approvals, edited(request, "bb"))).containsExactly(Standing.STALE);
    }

    @Test
    void undoingTheEditRevivesNothing() {
        var approvals = history(approved("apr_1", "security", "usr_a", request));
        var undone = edited(edited(request, "bb"), request.contentHash());

        assertThat(standings(approvals, undone)).containsExactly(Standing.STALE);
    }

    @Test
    void anotherTitleKeepsIt() {
        var approvals = history(approved("apr_1", "security", "usr_a", request));

        assertThat(standings(approvals, retitled(request))).containsExactly(Standing.COUNTS);
    }

    @Test
    void anApprovalForContentsThatNeverWereDoesNotCount() {
        var approvals = history(approved("apr_1", "security", "usr_a", edited(request, "bb")));

        assertThat(standings(approvals, request)).containsExactly(Standing.STALE);
    }

    @Test
    void optionalSlotsHoldNothingUp() {
        var relaxed = toProduction(slot("security"), optionalSlot("qa"));
        var approvals = history(approved("apr_1", "security", "usr_a", relaxed));

        assertThat(Tally.of(approvals, relaxed, Requests.NOW).complete()).isTrue();
    }

    private static Approvals history(ApprovalEvent... events) {
        return Approvals.from(List.of(events));
    }

    private static List<Standing> standings(Approvals approvals, RequestSnapshot request) {
        var tally = Tally.of(approvals, request, Requests.NOW);
        return approvals.approvals().stream().map(tally::standingOf).toList();
    }
}
