package dev.interlock.dr.write.reportbuild;

import dev.interlock.dr.events.BuildReported;

/**
 * @param report with the id to be used should the build be new
 */
public record ReportBuild(BuildReported report) {}
