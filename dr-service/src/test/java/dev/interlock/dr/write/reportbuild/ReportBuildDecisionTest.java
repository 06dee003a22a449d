package dev.interlock.dr.write.reportbuild;

import static dev.interlock.dr.Decisions.NOW;
import static dev.interlock.dr.write.reportbuild.ReportBuildDecision.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.domain.Decision.Redundant;
import dev.interlock.dr.domain.Decision.Refused;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.domain.Version;
import dev.interlock.dr.events.BuildReported;
import dev.interlock.dr.events.VersionBound;
import dev.interlock.dr.events.VersionEvent;
import dev.interlock.dr.events.VersionRegistered;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportBuildDecisionTest {

    @Test
    void theFirstBuildRegistersAndBindsTheVersion() {
        assertThat(decide(new Version.Unknown(), build("aaa", "completed", "k")).orThrow())
                .extracting(VersionEvent::getClass)
                .asString()
                .isEqualTo(
                        "[%s, %s, %s]"
                                .formatted(
                                        VersionRegistered.class,
                                        VersionBound.class,
                                        BuildReported.class));
    }

    @Test
    void aBuildOfAnotherCommitIsRefused() {
        var version = after(build("aaa", "completed", "k"));
        assertThat(decide(version, build("bbb", "completed", "k2")))
                .isEqualTo(new Refused<>(new Refusal.VersionShaConflict("api", "1", "aaa", "bbb")));
    }

    @Test
    void aReportDeliveredTwiceIsRedundant() {
        var version = after(build("aaa", "completed", "k"));
        assertThat(decide(version, build("aaa", "completed", "k"))).isInstanceOf(Redundant.class);
    }

    @Test
    void withoutACommitTheVersionStaysUnbound() {
        var version = after(build(null, "started", "k"));
        assertThat(decide(version, build("bbb", "completed", "k")).orThrow())
                .hasSize(2)
                .first()
                .isEqualTo(new VersionBound("api", "1", "bbb"));
    }

    private static Version after(BuildReported report) {
        Version version = new Version.Unknown();
        for (var event : decide(version, report).orThrow()) {
            version = version.evolve(event);
        }
        return version;
    }

    private static BuildReported build(@Nullable String sha, String status, String runKey) {
        return new BuildReported(
                "bld_1", "api", "1", status, "github", "7", sha, null, null, null, "run-1", "ann",
                null, null, null, null, null, runKey, NOW);
    }
}
