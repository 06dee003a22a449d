package dev.interlock.rules.domain.rule;

import dev.interlock.rules.domain.facts.Request;
import dev.interlock.rules.domain.facts.Situation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An open deployment request must cover the deployment.
 *
 * @param slotTypes approval types for which it must have a required slot; empty = any request will
 *     do
 */
public record DrRequired(List<String> slotTypes) implements RuleKind {

    static final String NAME = "dr_required";
    private static final String CODE = "DR_REQUIRED";

    public DrRequired {
        slotTypes = List.copyOf(slotTypes);
    }

    static DrRequired read(Map<String, Object> definition, Violations violations) {
        violations.refuseUnknown(definition, Set.of("slot_types"));
        return new DrRequired(
                violations.strings(definition, "slot_types").stream()
                        .map(type -> type.toLowerCase(Locale.ROOT).replace(' ', '_'))
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Object> definition() {
        return Map.of("slot_types", slotTypes);
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public RuleVerdict judge(Situation situation, List<Rule> pool) {
        for (var request : situation.judged()) {
            if (request.isOpen(situation.now()) && missingTypes(request, situation).isEmpty()) {
                return new RuleVerdict.Passed(CODE, request.id() + " covers this deployment");
            }
        }
        var rejected = situation.rejected();
        if (rejected != null) {
            return new RuleVerdict.Failed(
                    rejected.isRejected() ? "DR_REJECTED" : "APPROVAL_EXPIRED",
                    rejected.id() + (rejected.isRejected() ? " was rejected" : " has expired"),
                    "deployment_request");
        }
        return new RuleVerdict.Failed(CODE, reason(situation), "deployment_request");
    }

    private String reason(Situation situation) {
        var query = situation.query();
        for (var request : situation.judged()) {
            if (request.isOpen(situation.now())) {
                return "%s covers this deployment, but has no required slot of type %s"
                        .formatted(
                                request.id(), String.join(", ", missingTypes(request, situation)));
            }
        }
        return "no open deployment request covers "
                + query.product()
                + " "
                + query.version()
                + " in "
                + situation.environment().name();
    }

    private List<String> missingTypes(Request request, Situation situation) {
        return slotTypes.stream()
                .filter(
                        type ->
                                request.facts().slots().stream()
                                        .noneMatch(
                                                slot ->
                                                        slot.type().equals(type)
                                                                && slot.isRequiredFor(
                                                                        situation.environment())))
                .toList();
    }

    @Override
    public String sentence() {
        return slotTypes.isEmpty()
                ? "an open deployment request must cover the deployment"
                : "an open deployment request with required slots of type %s must cover the deployment"
                        .formatted(String.join(", ", slotTypes));
    }
}
