package dev.interlock.rules.events;

/** What happened to one calendar; one stream per name, whatever becomes of the calendar. */
public sealed interface CalendarEvent permits CalendarImported, CalendarChanged, CalendarRemoved {

    /** Stored with each event; never renamed. */
    String ENTITY = "calendar";

    String calendar();
}
