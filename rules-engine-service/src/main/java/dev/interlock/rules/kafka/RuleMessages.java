package dev.interlock.rules.kafka;

import dev.interlock.contracts.rules.CalendarChangedV1;
import dev.interlock.contracts.rules.CalendarImportedV1;
import dev.interlock.contracts.rules.CalendarRemovedV1;
import dev.interlock.contracts.rules.FreezeActivatedV1;
import dev.interlock.contracts.rules.FreezeExtendedV1;
import dev.interlock.contracts.rules.FreezeThawedV1;
import dev.interlock.contracts.rules.OverrideConfirmedV1;
import dev.interlock.contracts.rules.OverrideRequestedV1;
import dev.interlock.contracts.rules.OverrideReviewedV1;
import dev.interlock.contracts.rules.OverrideUsedV1;
import dev.interlock.contracts.rules.OverrideWithdrawnV1;
import dev.interlock.contracts.rules.RuleChangedV1;
import dev.interlock.contracts.rules.RuleCreatedV1;
import dev.interlock.contracts.rules.RuleTerms;
import dev.interlock.contracts.rules.RulesMessage;
import dev.interlock.rules.domain.facts.Scope;
import dev.interlock.rules.domain.rule.Applicability;
import dev.interlock.rules.domain.rule.Rule;
import dev.interlock.rules.domain.rule.RuleKind;
import dev.interlock.rules.domain.rule.Violations;
import dev.interlock.rules.projection.WorldWriter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What messages of the source {@code rules} mean for the world. */
final class RuleMessages {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private RuleMessages() {}

    static void apply(RulesMessage message, WorldWriter world) {
        switch (message) {
            case RuleCreatedV1 e ->
                    world.rule(
                            new Rule(
                                    e.rule(),
                                    e.name(),
                                    e.version(),
                                    mode(e.mode()),
                                    Scope.of(
                                            e.products(),
                                            e.productLabels(),
                                            e.environments(),
                                            e.environmentTypes()),
                                    applicability(e.terms()),
                                    kind(e.kind(), e.definition())));
            case RuleChangedV1 e ->
                    world.rule(
                            new Rule(
                                    e.rule(),
                                    e.name(),
                                    e.version(),
                                    mode(e.mode()),
                                    Scope.of(
                                            e.products(),
                                            e.productLabels(),
                                            e.environments(),
                                            e.environmentTypes()),
                                    applicability(e.terms()),
                                    kind(e.kind(), e.definition())));
            case CalendarImportedV1 e -> CalendarMessages.imported(e, world);
            case CalendarChangedV1 e -> CalendarMessages.changed(e, world);
            case CalendarRemovedV1 e -> CalendarMessages.removed(e, world);
            case FreezeActivatedV1 e -> FreezeMessages.activated(e, world);
            case FreezeExtendedV1 e -> FreezeMessages.extended(e, world);
            case FreezeThawedV1 e -> FreezeMessages.thawed(e, world);
            case OverrideRequestedV1 e -> OverrideMessages.requested(e, world);
            case OverrideConfirmedV1 e -> OverrideMessages.confirmed(e, world);
            case OverrideWithdrawnV1 e -> OverrideMessages.withdrawn(e, world);
            case OverrideUsedV1 _ -> {} // the start that used it said so
            case OverrideReviewedV1 e -> OverrideMessages.reviewed(e, world);
        }
    }

    /** A mode nobody knows is enforced. */
    private static Rule.Mode mode(String mode) {
        return switch (mode.toLowerCase(Locale.ROOT)) {
            case "report_only" -> Rule.Mode.REPORT_ONLY;
            case "disabled" -> Rule.Mode.DISABLED;
            default -> Rule.Mode.ENFORCE;
        };
    }

    private static Applicability applicability(@Nullable RuleTerms terms) {
        return terms == null
                ? Applicability.ALWAYS
                : Applicability.of(
                        terms.actionKinds(),
                        terms.actorKinds(),
                        terms.firstDeployment(),
                        terms.suspendedUntil(),
                        terms.suspendedBecause(),
                        terms.overridable(),
                        terms.createdAfter());
    }

    /** Null for what cannot be read: such a rule fails at the gate. */
    private static @Nullable RuleKind kind(String name, String definition) {
        var reader = RuleKind.READERS.get(name);
        if (reader == null) {
            return null;
        }
        try {
            var violations = new Violations();
            var kind = reader.apply(JSON.readValue(definition, OBJECT), violations);
            return violations.isEmpty() ? kind : null;
        } catch (JacksonException unreadable) {
            return null;
        }
    }
}
