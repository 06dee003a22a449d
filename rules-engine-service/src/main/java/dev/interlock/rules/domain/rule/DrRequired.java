package dev.interlock.rules.domain.rule;

import dev.interlock.rules.domain.facts.Request;
import dev.interlock.rules.domain.facts.Situation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open deployment request must cover the deployment.
 *
 * @param slotTypes approval types for which it must have a required slot; empty = any request will
 *     do
 * @param templates ids of templates, from one of which it must be made, in whichever version; empty
 *     = from any or none
 * @param linkKinds kinds of which it must have a link each, such as {@code ticket}
 */
public record DrRequired(List<String> slotTypes, List<String> templates, List<String> linkKinds)
        implements RuleKind {

    static final String NAME = "dr_required";
    private static final String CODE = "DR_REQUIRED";
    private static final String REQUEST = "deployment_request";

    public DrRequired {
        slotTypes = List.copyOf(slotTypes);
        templates = List.copyOf(templates);
        linkKinds = List.copyOf(linkKinds);
    }

    static DrRequired read(Map<String, Object> definition, Violations violations) {
        violations.refuseUnknown(definition, Set.of("slot_types", "templates", "link_kinds"));
        return new DrRequired(
                violations.words(definition, "slot_types"),
                violations.strings(definition, "templates").stream().distinct().sorted().toList(),
                violations.words(definition, "link_kinds"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Object> definition() {
        var definition = new LinkedHashMap<String, Object>();
        definition.put("slot_types", slotTypes);
        if (!templates.isEmpty()) {
            definition.put("templates", templates);
        }
        if (!linkKinds.isEmpty()) {
            definition.put("link_kinds", linkKinds);
        }
        return definition;
    }

    @Override
    public List<String> approvalTypes() {
        return slotTypes;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public RuleVerdict judge(Situation situation, List<Rule> pool) {
        var rejected = rejected(situation);
        if (rejected != null) {
            return new RuleVerdict.Failed(
                    rejected.isRejected() ? "DR_REJECTED" : "APPROVAL_EXPIRED",
                    rejected.id() + (rejected.isRejected() ? " was rejected" : " has expired"),
                    REQUEST);
        }
        String lacking = null;
        for (var request : situation.judged()) {
            if (request.isOpen(situation.now())) {
                var lacks = lacking(request, situation);
                if (lacks == null) {
                    return new RuleVerdict.Passed(CODE, request.id() + " covers this deployment");
                }
                lacking = lacking == null ? lacks : lacking;
            }
        }
        return new RuleVerdict.Failed(CODE, lacking == null ? none(situation) : lacking, REQUEST);
    }

    /** The newest that covers it, or the one that is named. */
    private static @Nullable Request rejected(Situation situation) {
        if (situation.query().dr() != null) {
            for (var named : situation.judged()) {
                if (named.isRejected() || named.isExpired(situation.now())) {
                    return named;
                }
            }
        }
        return situation.rejected();
    }

    private static String none(Situation situation) {
        var query = situation.query();
        return "no open deployment request covers "
                + query.product()
                + " "
                + query.version()
                + " in "
                + situation.environment().name();
    }

    /** Why the request is not the one that is demanded; null if it is. */
    private @Nullable String lacking(Request request, Situation situation) {
        if (slotTypes.isEmpty() && templates.isEmpty() && linkKinds.isEmpty()) {
            return null;
        }
        var paperwork = request.facts().paperwork();
        var lacking = new ArrayList<String>();
        var types = slotTypes.stream().filter(type -> !hasSlot(request, type, situation)).toList();
        if (!types.isEmpty()) {
            lacking.add("has no required slot of type " + String.join(", ", types));
        }
        if (!templates.isEmpty() && !templates.contains(String.valueOf(paperwork.template()))) {
            lacking.add("is not made from template " + String.join(" or ", templates));
        }
        var links =
                linkKinds.stream().filter(kind -> !paperwork.linkKinds().contains(kind)).toList();
        if (!links.isEmpty()) {
            lacking.add("has no link of kind " + String.join(", ", links));
        }
        return lacking.isEmpty()
                ? null
                : request.id() + " covers this deployment, but " + String.join(", and ", lacking);
    }

    private static boolean hasSlot(Request request, String type, Situation situation) {
        return request.facts().slots().stream()
                .anyMatch(
                        slot ->
                                slot.type().equals(type)
                                        && slot.isRequiredFor(situation.environment()));
    }

    @Override
    public String sentence() {
        return "an open deployment request"
                + (templates.isEmpty() ? "" : " made from " + String.join(" or ", templates))
                + (slotTypes.isEmpty()
                        ? ""
                        : " with required slots of type " + String.join(", ", slotTypes))
                + (linkKinds.isEmpty() ? "" : " with links of kind " + String.join(", ", linkKinds))
                + " must cover the deployment";
    }
}
