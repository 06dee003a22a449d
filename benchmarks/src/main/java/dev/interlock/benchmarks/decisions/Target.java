package dev.interlock.benchmarks.decisions;

/** A product in an environment. */
public record Target(String product, String environment) {}
