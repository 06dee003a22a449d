package dev.interlock.dr.write.reportbuild;

import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Decision.Accepted;
import dev.interlock.dr.domain.Decision.Redundant;
import dev.interlock.dr.domain.Decision.Refused;
import dev.interlock.dr.domain.Version;
import dev.interlock.dr.events.BuildReported;
import dev.interlock.dr.events.VersionEvent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class ReportBuildDecision {

    private ReportBuildDecision() {}

    static Decision<VersionEvent> decide(
            Version version, BuildReported report, @Nullable String digest) {
        return switch (version.seen(report.product(), report.version(), report.scmSha(), digest)) {
            case Refused<VersionEvent> refused -> refused;
            case Redundant<VersionEvent> _ -> note(version, report, List.of());
            case Accepted<VersionEvent>(var seen) -> note(version, report, seen);
        };
    }

    private static Decision<VersionEvent> note(
            Version version, BuildReported report, List<VersionEvent> seen) {
        var known = version.buildOf(report.runKey());
        if (known.isPresent() && known.get().status().equals(report.status())) {
            return seen.isEmpty() ? Decision.redundant("reported already") : new Accepted<>(seen);
        }
        var same = known.map(build -> as(build.buildId(), report)).orElse(report);
        return new Accepted<>(Stream.concat(seen.stream(), Stream.of(same)).toList());
    }

    private static BuildReported as(String buildId, BuildReported r) {
        return new BuildReported(
                buildId,
                r.product(),
                r.version(),
                r.status(),
                r.sourceSystem(),
                r.buildNumber(),
                r.scmSha(),
                r.scmRepository(),
                r.scmBranch(),
                r.buildUrl(),
                r.invokeId(),
                r.builtBy(),
                r.builtByName(),
                r.builtByEmail(),
                r.startedAt(),
                r.completedAt(),
                r.extraMetadata(),
                r.runKey(),
                r.reportedAt());
    }
}
