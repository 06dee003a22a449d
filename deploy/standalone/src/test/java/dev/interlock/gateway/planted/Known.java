package dev.interlock.gateway.planted;

/** Breaks a rule on purpose, to show that the rule can fail. */
public class Known {}
