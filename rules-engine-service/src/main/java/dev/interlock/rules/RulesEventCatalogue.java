package dev.interlock.rules;

import dev.interlock.contracts.Sources;
import dev.interlock.eventstore.EventCatalogue;
import dev.interlock.rules.events.CalendarChanged;
import dev.interlock.rules.events.CalendarImported;
import dev.interlock.rules.events.CalendarRemoved;
import dev.interlock.rules.events.FreezeActivated;
import dev.interlock.rules.events.FreezeExtended;
import dev.interlock.rules.events.FreezeThawed;
import dev.interlock.rules.events.OverrideConfirmed;
import dev.interlock.rules.events.OverrideRequested;
import dev.interlock.rules.events.OverrideReviewed;
import dev.interlock.rules.events.OverrideUsed;
import dev.interlock.rules.events.OverrideWithdrawn;
import dev.interlock.rules.events.RuleChanged;
import dev.interlock.rules.events.RuleCreated;

/** The stored names of this service's events. */
final class RulesEventCatalogue {

    static final EventCatalogue CATALOGUE =
            EventCatalogue.of(Sources.RULES)
                    .add("rule.created", 1, RuleCreated.class)
                    .add("rule.changed", 1, RuleChanged.class)
                    .add("freeze.activated", 1, FreezeActivated.class)
                    .add("freeze.extended", 1, FreezeExtended.class)
                    .add("freeze.thawed", 1, FreezeThawed.class)
                    .add("override.requested", 1, OverrideRequested.class)
                    .add("override.confirmed", 1, OverrideConfirmed.class)
                    .add("override.withdrawn", 1, OverrideWithdrawn.class)
                    .add("override.used", 1, OverrideUsed.class)
                    .add("override.reviewed", 1, OverrideReviewed.class)
                    .add("calendar.imported", 1, CalendarImported.class)
                    .add("calendar.changed", 1, CalendarChanged.class)
                    .add("calendar.removed", 1, CalendarRemoved.class)
                    .build();

    private RulesEventCatalogue() {}
}
