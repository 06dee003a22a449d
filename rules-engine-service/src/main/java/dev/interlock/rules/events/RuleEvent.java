package dev.interlock.rules.events;

/** What happened to one rule; one stream per rule. */
public sealed interface RuleEvent permits RuleCreated, RuleChanged {

    /** Stored with each event; never renamed. */
    String ENTITY = "rule";

    String rule();
}
