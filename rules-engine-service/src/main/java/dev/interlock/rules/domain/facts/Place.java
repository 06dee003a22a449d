package dev.interlock.rules.domain.facts;

/** A product going to an environment. */
public record Place(String product, String environment) {}
