package dev.interlock.dr.write.reviserequest;

import static dev.interlock.dr.Requests.AUTHOR;
import static dev.interlock.dr.Requests.RELEASE_MANAGER;
import static dev.interlock.dr.Requests.STRANGER;
import static dev.interlock.dr.write.reviserequest.ReviseRequestDecision.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.Requests;
import dev.interlock.dr.domain.Actor;
import dev.interlock.dr.domain.ContentHash;
import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Decision.Accepted;
import dev.interlock.dr.domain.Decision.Redundant;
import dev.interlock.dr.domain.Decision.Refused;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.events.Notes;
import dev.interlock.dr.events.Origin;
import dev.interlock.dr.events.RequestActivated;
import dev.interlock.dr.events.RequestDeactivated;
import dev.interlock.dr.events.RequestDrafted;
import dev.interlock.dr.events.RequestRevised;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviseRequestDecisionTest {

    private static final Instant END = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void aRejectedRequestBecomesADraftOfTheNextRevision() {
        for (var actor : List.of(AUTHOR, RELEASE_MANAGER)) {
            var decided = decide(Requests.rejected(), command(actor));

            assertThat(decided)
                    .isInstanceOfSatisfying(
                            Accepted.class,
                            accepted ->
                                    assertThat(accepted.events().getFirst())
                                            .isInstanceOfSatisfying(
                                                    RequestRevised.class,
                                                    e -> {
                                                        assertThat(e.revision()).isEqualTo(2);
                                                        assertThat(e.reviser())
                                                                .isEqualTo(actor.id());
                                                    }));
        }
    }

    @Test
    void repeatingItIsRedundantUntilTheDraftIsEdited() {
        var revised = Requests.rejected().evolve(new RequestRevised("DR-1", "usr_ann", 2, "hash"));

        assertThat(decide(revised, command(AUTHOR))).isInstanceOf(Redundant.class);
    }

    @Test
    void whatWasNotRejectedCannotBeRevised() {
        for (var request :
                List.of(
                        Requests.draft(),
                        Requests.inProgress(),
                        Requests.completed(),
                        Requests.cancelled())) {
            assertThat(decide(request, command(AUTHOR)))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            r -> assertThat(r.refusal()).isInstanceOf(Refusal.NotRejected.class));
        }
    }

    /** Else it would be closed for good although nobody said no. */
    @Test
    void whatWasToBeAnsweredByNowCanBeRevised() {
        var contents = Requests.contents("1.0.0");
        for (var end : List.of(END, END.plusNanos(1))) {
            var notes = new Notes(null, List.of(), null, Map.of(), end);
            var request =
                    Requests.after(
                            new DeploymentRequest.Unknown(),
                            new RequestDrafted(
                                    "DR-1",
                                    "Train",
                                    null,
                                    "usr_ann",
                                    1,
                                    "hash",
                                    contents,
                                    END,
                                    notes,
                                    Origin.PLAIN),
                            new RequestActivated("DR-1", 1, "hash"));
            assertThat(decide(request, command(AUTHOR)))
                    .isInstanceOf(end.equals(END) ? Accepted.class : Refused.class);
        }
    }

    @Test
    void whatHasExpiredBecomesADraftOfTheNextRevision() {
        assertThat(decide(Requests.expired(), command(AUTHOR)))
                .isEqualTo(
                        Decision.accept(
                                new RequestRevised(
                                        "DR-1",
                                        AUTHOR.id(),
                                        2,
                                        ContentHash.of(Requests.contents("1.0.0")))));
    }

    /** Deactivated just before: it can neither be edited nor activated. */
    @Test
    void aDraftWhoseTimePassedCanBeRevised() {
        var deactivated = Requests.after(Requests.toBeAnswered(), new RequestDeactivated("DR-1"));
        assertThat(decide(deactivated, command(AUTHOR))).isInstanceOf(Accepted.class);
        assertThat(decide(deactivated, new ReviseRequest("DR-1", AUTHOR, null, END.minusNanos(1))))
                .isInstanceOf(Refused.class);
        assertThat(decide(Requests.expiringDraft(), command(AUTHOR))).isInstanceOf(Refused.class);
    }

    @Test
    void aStrangerMayNot() {
        assertThat(decide(Requests.rejected(), command(STRANGER)))
                .isEqualTo(new Refused<>(new Refusal.NotItsAuthor("DR-1")));
    }

    @Test
    void whatIsUnknownIsNotFound() {
        assertThat(decide(new DeploymentRequest.Unknown(), command(AUTHOR)))
                .isEqualTo(new Refused<>(new Refusal.Unknown("deployment request", "DR-1")));
    }

    private static ReviseRequest command(Actor actor) {
        return new ReviseRequest("DR-1", actor, null, END);
    }
}
