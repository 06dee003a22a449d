package dev.interlock.dr.write.expirerequest;

import static dev.interlock.dr.Requests.END;
import static dev.interlock.dr.write.expirerequest.ExpireRequestDecision.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.Requests;
import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Decision.Redundant;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.events.RequestExpired;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpireRequestDecisionTest {

    private static final List<String> MISSING = List.of("qa");

    @Test
    void whatWasJudgedAndIsUnchangedExpires() {
        var decided = decide(Requests.toBeAnswered(), command(1, END, END));

        assertThat(decided).isEqualTo(Decision.accept(new RequestExpired("DR-1", END, 1, MISSING)));
        assertThat(Requests.expired())
                .isInstanceOfSatisfying(
                        DeploymentRequest.Expired.class,
                        expired -> {
                            assertThat(expired.name()).isEqualTo("expired");
                            assertThat(expired.at()).isEqualTo(END);
                            assertThat(expired.details().revision()).isEqualTo(1);
                        });
    }

    @Test
    void anotherRevisionTimeOrInstantWasNotJudged() {
        for (var command :
                List.of(
                        command(2, END, END),
                        command(1, END.plusSeconds(1), END.plusSeconds(1)),
                        command(1, END, END.minusNanos(1)))) {
            assertThat(decide(Requests.toBeAnswered(), command)).isInstanceOf(Redundant.class);
        }
        assertThat(decide(Requests.inProgress(), command(1, END, END)))
                .as("has no such time")
                .isInstanceOf(Redundant.class);
    }

    @Test
    void whatIsNotInProgressDoesNotExpire() {
        for (var request :
                List.of(
                        new DeploymentRequest.Unknown(),
                        Requests.expiringDraft(),
                        Requests.expired(),
                        Requests.rejected(),
                        Requests.cancelled(),
                        Requests.completed())) {
            assertThat(decide(request, command(1, END, END))).isInstanceOf(Redundant.class);
        }
    }

    private static ExpireRequest command(int revision, Instant end, Instant now) {
        return new ExpireRequest("DR-1", revision, end, MISSING, now);
    }
}
