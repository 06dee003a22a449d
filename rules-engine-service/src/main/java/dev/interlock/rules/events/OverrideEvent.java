package dev.interlock.rules.events;

/** What happened to one override; one stream per override. */
public sealed interface OverrideEvent
        permits OverrideRequested,
                OverrideConfirmed,
                OverrideWithdrawn,
                OverrideUsed,
                OverrideReviewed {

    /** Stored with each event; never renamed. */
    String ENTITY = "override";

    String override();
}
