package dev.interlock.dr.write.marksuperseded;

import static dev.interlock.dr.write.marksuperseded.MarkSupersededDecision.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.Requests;
import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Decision.Redundant;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.DeploymentRequest.Known;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.dr.events.RequestSuperseded;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkSupersededDecisionTest {

    @Test
    void whateverMayStillShipSomethingIsMarkedAndOtherwiseUnchanged() {
        for (var request :
                List.of(
                        Requests.draft(),
                        Requests.inProgress(),
                        Requests.rejected(),
                        Requests.expired())) {
            var before = (Known) request;
            var decided = decide(request, by("DR-9"));
            assertThat(decided)
                    .isEqualTo(
                            Decision.accept(
                                    new RequestSuperseded(
                                            "DR-1", "DR-9", before.name(), "api", "2", "eu")));

            var marked = marked(request, "DR-9");
            assertThat(marked).hasSameClassAs(before);
            assertThat(marked.details().newestSuperseding()).isEqualTo("DR-9");
            assertThat(marked.details().revisions()).isEqualTo(before.details().revisions());
            assertThat(marked.details().contentHash()).isEqualTo(before.details().contentHash());
        }
    }

    @Test
    void onceForEachNewerOne() {
        var marked = marked(marked(Requests.draft(), "DR-10"), "DR-9");

        assertThat(decide(marked, by("DR-9"))).isInstanceOf(Redundant.class);
        assertThat(decide(marked, by("DR-10"))).isInstanceOf(Redundant.class);
        assertThat(decide(marked, by("DR-1"))).as("itself").isInstanceOf(Redundant.class);
        assertThat(marked.details().newestSuperseding())
                .as("the last begun, whichever was heard of last")
                .isEqualTo("DR-10");
    }

    @Test
    void whatIsOverIsLeftAlone() {
        for (var request :
                List.of(
                        new DeploymentRequest.Unknown(),
                        Requests.completed(),
                        Requests.cancelled())) {
            assertThat(decide(request, by("DR-9"))).isInstanceOf(Redundant.class);
        }
    }

    private static Known marked(DeploymentRequest request, String newer) {
        return (Known)
                Requests.after(
                        request, decide(request, by(newer)).orThrow().toArray(RequestEvent[]::new));
    }

    private static MarkSuperseded by(String newer) {
        return new MarkSuperseded("DR-1", newer, "api", "2", "eu");
    }
}
