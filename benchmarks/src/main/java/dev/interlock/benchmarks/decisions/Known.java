package dev.interlock.benchmarks.decisions;

/** What an engine keeps that finds the facts of a question by itself. */
public sealed interface Known {

    /** An open deployment request, approved. */
    record Approved(String product, String version, String environment) implements Known {}

    /** The version that runs there. */
    record Runs(String product, String version, String environment) implements Known {}

    /**
     * @param hours since the last deployment there completed
     */
    record LastDeployed(String product, String environment, int hours) implements Known {}
}
