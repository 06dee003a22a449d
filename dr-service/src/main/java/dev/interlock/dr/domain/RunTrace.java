package dev.interlock.dr.domain;

import dev.interlock.dr.events.Report;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By what a deployment recognises the reports that belong to it.
 *
 * @param run the pipeline run; null if it named none
 * @param attempt the newest attempt seen; null if the pipeline does not count
 * @param keys when each report was first seen, by its run key
 */
public record RunTrace(
        String id,
        String version,
        @Nullable String run,
        @Nullable Integer attempt,
        Map<String, Instant> keys) {

    static RunTrace of(String id, String version, Report report) {
        return new RunTrace(id, version, report.run(), report.attempt(), Map.of()).and(report);
    }

    RunTrace and(Report report) {
        var more = new HashMap<>(keys);
        if (report.runKey() != null) {
            more.put(report.runKey(), report.at());
        }
        var named = run != null ? run : report.run();
        var newest = report.attempt() != null ? report.attempt() : attempt;
        return new RunTrace(id, version, named, newest, Map.copyOf(more));
    }

    boolean knows(Report report) {
        var first = report.runKey() == null ? null : keys.get(report.runKey());
        var seconds = report.runKeySeconds();
        return first != null
                && (seconds == null || report.at().isBefore(first.plusSeconds(seconds)));
    }

    /** True when the report, or another one of its run, was seen. */
    boolean isOf(Report report) {
        return knows(report) || run != null && run.equals(report.run());
    }

    /** True when the report comes from the same run, whichever attempt, for the same version. */
    public boolean sameRun(String reportedVersion, Report report) {
        return run != null && run.equals(report.run()) && version.equals(reportedVersion);
    }

    /** True unless both count their attempts and the report's is not a later one. */
    public boolean precedes(Report report) {
        return attempt == null || report.attempt() == null || attempt < report.attempt();
    }
}
