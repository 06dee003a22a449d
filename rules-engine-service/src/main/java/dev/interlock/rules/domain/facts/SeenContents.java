package dev.interlock.rules.domain.facts;

/**
 * The contents a deployment request had.
 *
 * @param from the first revision that had them
 */
public record SeenContents(int from, Digest hash) {}
