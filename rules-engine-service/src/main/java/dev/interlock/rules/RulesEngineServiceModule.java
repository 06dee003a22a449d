package dev.interlock.rules;

import dev.interlock.eventstore.Entities;
import dev.interlock.eventstore.EntityStore;
import dev.interlock.eventstore.EventCatalogue;
import dev.interlock.rules.domain.DeclaredFreeze;
import dev.interlock.rules.domain.WrittenRule;
import dev.interlock.rules.events.FreezeEvent;
import dev.interlock.rules.events.RuleEvent;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Two kinds of entities, rules and freezes.
 *
 * <p>Write side: createrule, changerule; activatefreeze, extendfreeze, thawfreeze. Read side:
 * rules; freezes; gate, decisions; audit. All but rules and freezes are fed by what the owners
 * publish.
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
    Entities<DeclaredFreeze, FreezeEvent> freezes(EntityStore store) {
        return store.entities(
                FreezeEvent.ENTITY, new DeclaredFreeze.Undeclared(), DeclaredFreeze::evolve);
    }
}
