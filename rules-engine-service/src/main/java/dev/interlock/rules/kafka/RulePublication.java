package dev.interlock.rules.kafka;

import dev.interlock.contracts.MessageCatalogue;
import dev.interlock.contracts.rules.RuleChangedV1;
import dev.interlock.contracts.rules.RuleCreatedV1;
import dev.interlock.contracts.rules.RuleTerms;
import dev.interlock.contracts.rules.RulesMessage;
import dev.interlock.eventstore.EventCatalogue;
import dev.interlock.eventstore.Publication;
import dev.interlock.eventstore.StoredEvent;
import dev.interlock.eventstream.MessageJson;
import dev.interlock.rules.events.CalendarEvent;
import dev.interlock.rules.events.FreezeEvent;
import dev.interlock.rules.events.OverrideEvent;
import dev.interlock.rules.events.RuleChanged;
import dev.interlock.rules.events.RuleCreated;
import dev.interlock.rules.events.RuleEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every event of a rule, a calendar, a freeze or an override is told. */
@Component
final class RulePublication implements Publication {

    private final EventCatalogue catalogue;
    private final MessageJson json = new MessageJson();

    RulePublication(EventCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Optional<Published> of(StoredEvent stored) {
        var event = catalogue.decode(stored);
        var message =
                switch (event) {
                    case CalendarEvent calendar -> CalendarMessages.of(calendar);
                    case FreezeEvent freeze -> FreezeMessages.of(freeze);
                    case OverrideEvent override -> OverrideMessages.of(override);
                    default -> message((RuleEvent) event);
                };
        var entry =
                MessageCatalogue.entries().stream()
                        .filter(e -> e.message() == message.getClass())
                        .findFirst()
                        .orElseThrow();
        return Optional.of(
                new Published(
                        entry.type(), entry.version(), stored.entityId(), json.write(message)));
    }

    static RulesMessage message(RuleEvent event) {
        return switch (event) {
            case RuleCreated e ->
                    new RuleCreatedV1(
                            e.rule(),
                            e.version(),
                            e.name(),
                            e.mode(),
                            e.kind(),
                            e.products(),
                            e.environments(),
                            e.environmentTypes(),
                            e.definition(),
                            terms(e.terms()),
                            e.productLabels());
            case RuleChanged e ->
                    new RuleChangedV1(
                            e.rule(),
                            e.version(),
                            e.name(),
                            e.mode(),
                            e.kind(),
                            e.products(),
                            e.environments(),
                            e.environmentTypes(),
                            e.definition(),
                            terms(e.terms()),
                            e.productLabels());
        };
    }

    private static @Nullable RuleTerms terms(dev.interlock.rules.events.@Nullable RuleTerms terms) {
        return terms == null
                ? null
                : new RuleTerms(
                        terms.actionKinds(),
                        terms.actorKinds(),
                        terms.firstDeployment(),
                        terms.suspendedUntil(),
                        terms.suspendedBecause(),
                        terms.overridable(),
                        terms.createdAfter());
    }
}
