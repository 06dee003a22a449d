package dev.interlock.dr.write.editrequest;

import static dev.interlock.dr.Requests.AUTHOR;
import static dev.interlock.dr.Requests.RELEASE_MANAGER;
import static dev.interlock.dr.Requests.STRANGER;
import static dev.interlock.dr.Requests.after;
import static dev.interlock.dr.Requests.contents;
import static dev.interlock.dr.write.editrequest.EditRequestDecision.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.Requests;
import dev.interlock.dr.domain.Actor;
import dev.interlock.dr.domain.ContentHash;
import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Decision.Redundant;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.DeploymentRequest.Known;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.domain.RequestDetails;
import dev.interlock.dr.domain.Revisions;
import dev.interlock.dr.domain.TimeToAnswer;
import dev.interlock.dr.events.ApprovalsMadeStale;
import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Notes;
import dev.interlock.dr.events.Origin;
import dev.interlock.dr.events.RequestActivated;
import dev.interlock.dr.events.RequestDeactivated;
import dev.interlock.dr.events.RequestDrafted;
import dev.interlock.dr.events.RequestEdited;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.dr.events.RequestRejected;
import dev.interlock.dr.events.RequestRevised;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EditRequestDecisionTest {

    @Test
    void aHashedEditWhileInProgressMakesApprovalsStale() {
        var events = decide(Requests.inProgress(), edit("Train", contents("1.0.1"))).orThrow();
        var hash = ContentHash.of(contents("1.0.1"));
        assertThat(events)
                .hasSize(2)
                .last()
                .isEqualTo(
                        new ApprovalsMadeStale(
                                "DR-1", 2, hash, List.of("api: 1.0.0 \u2192 1.0.1")));
        assertThat(((RequestEdited) events.getFirst()).hashedChange()).isTrue();
    }

    @Test
    void aNewTitleLeavesApprovalsAlone() {
        var events = decide(Requests.inProgress(), edit("Better", contents("1.0.0"))).orThrow();
        assertThat(events).singleElement().isInstanceOf(RequestEdited.class);
        var details = details(after(Requests.inProgress(), events.getFirst()));
        assertThat(details.revision()).isEqualTo(2);
        assertThat(details.contentRevision()).isEqualTo(1);
    }

    @Test
    void lockedContentsAreChangedOnlyWhileNobodyIsAsked() {
        var request = of(Origin.LOCK);
        assertThat(decide(request, edit("Train", contents("1.0.1"))))
                .isInstanceOf(Decision.Accepted.class);
        var asked = after(request, new RequestActivated("DR-1", 1, "hash"));
        assertThat(refusal(decide(asked, edit("Train", contents("1.0.1")))))
                .isEqualTo(new Refusal.ContentsLocked("DR-1"));
        assertThat(decide(asked, edit("Better", contents("1.0.0"))))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void anEditSaysFromWhichRevisionEachSlotCounts() {
        var request = after(of(Origin.INVALIDATE_ALL), new RequestActivated("DR-1", 1, "hash"));
        var edited =
                (RequestEdited)
                        decide(request, edit("Train", contents("1.0.1"))).orThrow().getFirst();
        assertThat(edited.slotRevisions()).isEqualTo(Map.of("qa", 2));
        assertThat(details(after(request, edited)).revisions().hashes())
                .containsExactly(
                        new Revisions.Hash(1, ContentHash.of(contents("1.0.0"))),
                        new Revisions.Hash(2, ContentHash.of(contents("1.0.1"))));
    }

    private static DeploymentRequest of(String policy) {
        return drafted(contents("1.0.0"), policy, Notes.NONE);
    }

    private static DeploymentRequest drafted(Contents contents, String policy, Notes notes) {
        return after(
                new DeploymentRequest.Unknown(),
                new RequestDrafted(
                        "DR-1",
                        "Train",
                        null,
                        "usr_ann",
                        1,
                        ContentHash.of(contents),
                        contents,
                        Instant.EPOCH,
                        notes,
                        new Origin(policy, null, null, null)));
    }

    @Test
    void undoingAnEditDoesNotUndoItsRevision() {
        var request = Requests.inProgress();
        for (var version : List.of("1.0.1", "1.0.0")) {
            request =
                    after(
                            request,
                            decide(request, edit("Train", contents(version)))
                                    .orThrow()
                                    .toArray(RequestEvent[]::new));
        }
        assertThat(details(request).contentHash()).isEqualTo(ContentHash.of(contents("1.0.0")));
        assertThat(details(request).contentRevision()).isEqualTo(3);
    }

    /** Whatever it was, it would be revived: nobody asks for an answer after its time. */
    @Test
    void afterTheTimeToAnswerOnlyTextsAreChanged() {
        var end = Instant.parse("2026-11-23T10:00:00Z");
        var until = new Notes(null, List.of(), null, Map.of(), end);
        var request = after(expiring(until), new RequestActivated("DR-1", 1, "hash"));
        var later = new Notes(null, List.of(), null, Map.of(), end.plusSeconds(60));

        for (var state : List.of(request, after(request, new RequestDeactivated("DR-1")))) {
            assertThat(refusal(decide(state, at(end, "Train", contents("1.0.0"), later))))
                    .isEqualTo(new Refusal.AnswerTimePassed("DR-1", end));
            assertThat(refusal(decide(state, at(end, "Train", contents("1.0.1"), until))))
                    .isEqualTo(new Refusal.AnswerTimePassed("DR-1", end));
            assertThat(decide(state, at(end, "Better", contents("1.0.0"), until)))
                    .isInstanceOf(Decision.Accepted.class);
            var before = end.minusNanos(1);
            assertThat(decide(state, at(before, "Train", contents("1.0.0"), later)))
                    .isInstanceOf(Decision.Accepted.class);
        }
        var revised =
                after(
                        request,
                        new RequestRejected("DR-1", "qa", "evt_1"),
                        new RequestRevised("DR-1", "usr_ann", 2, "hash"));
        assertThat(decide(revised, at(end, "Train", contents("1.0.0"), later)))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void whatWasNotAnsweredInTimeIsNotEditedAtAll() {
        var retitled =
                new EditRequest(
                        "DR-1",
                        AUTHOR,
                        null,
                        "Better",
                        null,
                        contents("1.0.0"),
                        new Notes(null, List.of(), null, Map.of(), Requests.END),
                        Requests.UNANSWERED);
        assertThat(refusal(decide(Requests.toBeAnswered(), retitled)))
                .isEqualTo(new Refusal.AnswerTimePassed("DR-1", Requests.END));
        assertThat(refusal(decide(Requests.expired(), retitled)))
                .isEqualTo(new Refusal.HasExpired("DR-1", Requests.END));
    }

    @Test
    void whatIsAskedForIsNeverEmptied() {
        for (var left :
                List.of(
                        new Contents(List.of(), List.of("production"), List.of()),
                        new Contents(contents("1.0.0").items(), List.of(), List.of()))) {
            assertThat(refusal(decide(Requests.inProgress(), edit("Train", left))))
                    .isInstanceOf(Refusal.Incomplete.class);
            assertThat(decide(Requests.draft(), edit("Train", left)))
                    .isInstanceOf(Decision.Accepted.class);
        }
    }

    @Test
    void nobodyIsAskedAgainForWhatTheChangeDidNotTouch() {
        var slot = new Contents.Slot("eu", "qa", List.of(), 1, "eu", false, true);
        var item = new Contents.Item("api", "1", List.of("eu"), 1);
        var before = new Contents(List.of(item), List.of("eu", "us"), List.of(slot));
        var web = new Contents.Item("web", "1", List.of("us"), 1);
        var request =
                after(
                        drafted(before, Origin.INVALIDATE_AFFECTED, Notes.NONE),
                        new RequestActivated("DR-1", 1, "hash"));
        var changed = new Contents(List.of(item, web), before.environments(), before.slots());
        assertThat(decide(request, edit("Train", changed)).orThrow())
                .singleElement()
                .isInstanceOf(RequestEdited.class);
    }

    private static EditRequest at(Instant now, String title, Contents contents, Notes notes) {
        return new EditRequest(
                "DR-1", AUTHOR, null, title, null, contents, notes, new TimeToAnswer(now, true));
    }

    private static DeploymentRequest expiring(Notes notes) {
        return drafted(contents("1.0.0"), Origin.INVALIDATE_ALL, notes);
    }

    @Test
    void aDraftHasNobodyToBeAskedAgain() {
        assertThat(decide(Requests.draft(), edit("Train", contents("1.0.1"))).orThrow())
                .singleElement()
                .isInstanceOf(RequestEdited.class);
    }

    @Test
    void anEditThatChangesNothingIsRedundant() {
        assertThat(decide(Requests.draft(), edit("Train", contents("1.0.0"))))
                .isInstanceOf(Redundant.class);
    }

    @Test
    void theLastEditorIsWhoMadeTheLastHashedChange() {
        var byManager =
                decide(Requests.draft(), edit(RELEASE_MANAGER, 1, "Train", contents("1.0.1")));
        var request = after(Requests.draft(), byManager.orThrow().getFirst());
        assertThat(details(request).lastEditor()).isEqualTo("usr_rob");
        var retitled = decide(request, edit(AUTHOR, 2, "Better", contents("1.0.1")));
        assertThat(details(after(request, retitled.orThrow().getFirst())).lastEditor())
                .isEqualTo("usr_rob");
    }

    @Test
    void whoHasNotSeenTheNewestRevisionIsTold() {
        assertThat(refusal(decide(Requests.draft(), edit(AUTHOR, 7, "x", contents("1.0.0")))))
                .isEqualTo(new Refusal.StaleEdit("DR-1", 7, 1));
    }

    @Test
    void aStrangerMayNotEdit() {
        assertThat(refusal(decide(Requests.draft(), edit(STRANGER, 1, "x", contents("2")))))
                .isEqualTo(new Refusal.NotItsAuthor("DR-1"));
    }

    @Test
    void whatIsOverStaysAsItWas() {
        for (var over : List.of(Requests.completed(), Requests.cancelled(), Requests.rejected())) {
            assertThat(refusal(decide(over, edit("x", contents("2")))))
                    .isInstanceOf(Refusal.NotOpen.class);
        }
    }

    @Test
    void whatIsUnknownCannotBeEdited() {
        assertThat(refusal(decide(new DeploymentRequest.Unknown(), edit("x", contents("2")))))
                .isInstanceOf(Refusal.Unknown.class);
    }

    private static EditRequest edit(String title, Contents contents) {
        return new EditRequest(
                "DR-1", AUTHOR, null, title, null, contents, Notes.NONE, Requests.IN_TIME);
    }

    private static EditRequest edit(Actor actor, int expected, String title, Contents contents) {
        return new EditRequest(
                "DR-1", actor, expected, title, null, contents, Notes.NONE, Requests.IN_TIME);
    }

    private static RequestDetails details(DeploymentRequest request) {
        return ((Known) request).details();
    }

    private static Refusal refusal(Decision<RequestEvent> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<RequestEvent>) decision).refusal();
    }
}
