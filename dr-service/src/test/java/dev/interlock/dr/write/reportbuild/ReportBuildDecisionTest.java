package dev.interlock.dr.write.reportbuild;

import static dev.interlock.dr.Decisions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.domain.Decision;
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

    @Test
    void theFirstDigestBindsTheVersionForEver() {
        var version = after(build("aaa", "completed", "k"));
        var bound = version;
        for (var event : digest(version, "sha256:1").orThrow()) {
            bound = bound.evolve(event);
        }

        assertThat(bound.digest()).isEqualTo("sha256:1");
        assertThat(bound.scmSha()).isEqualTo("aaa");
        assertThat(digest(bound, "sha256:1")).isInstanceOf(Redundant.class);
        assertThat(digest(bound, "sha256:2"))
                .isEqualTo(
                        new Refused<>(
                                new Refusal.VersionDigestConflict(
                                        "api", "1", "sha256:1", "sha256:2")));
        assertThat(decide(bound, build("aaa", "failed", "k2")).orThrow()).hasSize(1);
    }

    private static Decision<VersionEvent> decide(Version version, BuildReported report) {
        return ReportBuildDecision.decide(version, report, null);
    }

    private static Decision<VersionEvent> digest(Version version, String digest) {
        return ReportBuildDecision.decide(version, build("aaa", "completed", "k"), digest);
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
