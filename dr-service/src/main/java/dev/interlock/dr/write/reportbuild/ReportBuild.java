package dev.interlock.dr.write.reportbuild;

import dev.interlock.dr.events.BuildReported;
import org.jspecify.annotations.Nullable;

/**
 * @param report with the id to be used should the build be new
 * @param digest of the artifact; null if not said
 */
public record ReportBuild(BuildReported report, @Nullable String digest) {}
