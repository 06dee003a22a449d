package dev.interlock.rules;

import dev.interlock.eventstore.Entities;
import dev.interlock.eventstore.EntityStore;
import dev.interlock.eventstore.EventCatalogue;
import dev.interlock.rules.domain.WrittenRule;
import dev.interlock.rules.events.RuleEvent;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * One kind of entity, rules.
 *
 * <p>Write side: createrule, changerule. Read side: rules; gate, decisions; audit. All but rules
 * are fed by what the owners publish.
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
}
