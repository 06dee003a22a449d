package dev.interlock.rules.events;

/** What happened to one freeze; one stream per freeze. */
public sealed interface FreezeEvent permits FreezeActivated, FreezeExtended, FreezeThawed {

    /** Stored with each event; never renamed. */
    String ENTITY = "freeze";

    String freeze();
}
