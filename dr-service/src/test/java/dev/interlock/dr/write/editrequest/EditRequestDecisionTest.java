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
import dev.interlock.dr.events.ApprovalsMadeStale;
import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Notes;
import dev.interlock.dr.events.Origin;
import dev.interlock.dr.events.RequestActivated;
import dev.interlock.dr.events.RequestDrafted;
import dev.interlock.dr.events.RequestEdited;
import dev.interlock.dr.events.RequestEvent;
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
        var contents = contents("1.0.0");
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
                        Notes.NONE,
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
        return new EditRequest("DR-1", AUTHOR, null, title, null, contents, Notes.NONE);
    }

    private static EditRequest edit(Actor actor, int expected, String title, Contents contents) {
        return new EditRequest("DR-1", actor, expected, title, null, contents, Notes.NONE);
    }

    private static RequestDetails details(DeploymentRequest request) {
        return ((Known) request).details();
    }

    private static Refusal refusal(Decision<RequestEvent> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<RequestEvent>) decision).refusal();
    }
}
