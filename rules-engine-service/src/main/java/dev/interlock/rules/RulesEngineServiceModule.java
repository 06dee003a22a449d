package dev.interlock.rules;

import dev.interlock.eventstore.Entities;
import dev.interlock.eventstore.EntityStore;
import dev.interlock.eventstore.EventCatalogue;
import dev.interlock.rules.domain.DeclaredFreeze;
import dev.interlock.rules.domain.ImportedCalendar;
import dev.interlock.rules.domain.RequestedOverride;
import dev.interlock.rules.domain.WrittenRule;
import dev.interlock.rules.events.CalendarEvent;
import dev.interlock.rules.events.FreezeEvent;
import dev.interlock.rules.events.OverrideEvent;
import dev.interlock.rules.events.RuleEvent;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Four kinds of entities: rules, calendars, freezes and overrides.
 *
 * <p>Write side: createrule, changerule; importcalendar, removecalendar; activatefreeze,
 * extendfreeze, thawfreeze; requestoverride, confirmoverride, withdrawoverride, recordoverrideuse,
 * reviewoverride. Read side: rules; calendars; freezes; overrides; gate, decisions; audit. All but
 * rules, calendars, freezes and overrides are fed by what the owners publish.
 */
@Configuration(proxyBeanMethods = false)
class RulesEngineServiceModule {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EventCatalogue eventCatalogue() {
        return RulesEventCatalogue.CATALOGUE;
    }

    @Bean
    Entities<WrittenRule, RuleEvent> rules(EntityStore store) {
        return store.entities(RuleEvent.ENTITY, new WrittenRule.Unwritten(), WrittenRule::evolve);
    }

    @Bean
    Entities<ImportedCalendar, CalendarEvent> calendars(EntityStore store) {
        return store.entities(
                CalendarEvent.ENTITY, ImportedCalendar.Absent.EVER, ImportedCalendar::evolve);
    }

    @Bean
    Entities<RequestedOverride, OverrideEvent> overrides(EntityStore store) {
        return store.entities(
                OverrideEvent.ENTITY,
                new RequestedOverride.Unrequested(),
                RequestedOverride::evolve);
    }

    @Bean
    Entities<DeclaredFreeze, FreezeEvent> freezes(EntityStore store) {
        return store.entities(
                FreezeEvent.ENTITY, new DeclaredFreeze.Undeclared(), DeclaredFreeze::evolve);
    }
}
