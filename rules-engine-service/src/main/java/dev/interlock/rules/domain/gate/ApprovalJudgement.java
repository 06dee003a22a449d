package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.WaitingOn;
import dev.interlock.contracts.gate.Finding.WhoCanFix;
import dev.interlock.rules.domain.facts.Approval;
import dev.interlock.rules.domain.facts.Request;
import dev.interlock.rules.domain.facts.Situation;
import dev.interlock.rules.domain.facts.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Each required slot needs enough distinct persons whose approvals count today. */
final class ApprovalJudgement {

    private final Request request;
    private final Situation situation;
    private final Separation separation;
    private final Findings findings;

    /**
     * The slot each person's oldest approval that is still current stands for: one slot a person.
     */
    private final Map<String, Approval> oneSlotPerPerson = new HashMap<>();

    private ApprovalJudgement(Request request, Situation situation) {
        this.request = request;
        this.situation = situation;
        this.separation = new Separation(request, situation);
        this.findings = new Findings("approvals", situation);
        for (var approval : request.decisions().approvals()) {
            if (request.counts(approval)) {
                oneSlotPerPerson.putIfAbsent(approval.person(), approval);
            }
        }
    }

    static void judge(Request request, Situation situation, Consumer<Finding> into) {
        var judgement = new ApprovalJudgement(request, situation);
        boolean none = true;
        for (var slot : request.facts().slots()) {
            if (slot.isRequiredFor(situation.environment())) {
                into.accept(judgement.judge(slot));
                none = false;
            }
        }
        if (none) {
            into.accept(
                    judgement.findings.passed(
                            Code.APPROVAL_REQUIRED,
                            request.id() + " requires no approval here",
                            null));
        }
    }

    private Finding judge(Slot slot) {
        var counted = new ArrayList<Approval>();
        int related = 0;
        for (var approval : oneSlotPerPerson.values()) {
            if (approval.slot().equals(slot.id())) {
                if (separation.excludes(slot, approval.person())) {
                    related++;
                } else {
                    counted.add(approval);
                }
            }
        }
        int missing = slot.min() - counted.size();
        if (missing <= 0) {
            counted.sort(java.util.Comparator.comparing(Approval::at));
            return findings.passed(
                    Code.APPROVAL_REQUIRED,
                    standing(slot, counted.size()),
                    counted.get(Math.max(0, slot.min() - 1)).at());
        }
        var code = codeOf(slot, related);
        var message = message(slot, counted.size(), code);
        return findings.failed(
                code,
                message,
                new WaitingOn("approval", request.id(), slot.id(), missing, message),
                whoCanFill(slot),
                Remedies.open(request));
    }

    private Code codeOf(Slot slot, int related) {
        if (related > 0) {
            return Code.SELF_APPROVAL_FORBIDDEN;
        }
        return request.decisions().approvals().stream()
                        .anyMatch(a -> a.slot().equals(slot.id()) && request.isStale(a))
                ? Code.APPROVAL_STALE
                : Code.APPROVAL_REQUIRED;
    }

    private String message(Slot slot, int given, Code code) {
        return standing(slot, given)
                + switch (code) {
                    case APPROVAL_STALE -> "; the contents changed after one was given";
                    case SELF_APPROVAL_FORBIDDEN ->
                            "; one was given by the author, the last editor, a builder or the deployer";
                    case DEPLOYMENT_IN_PROGRESS,
                            ADMISSION_SPENT,
                            VERSION_REJECTED,
                            DR_REJECTED,
                            DR_REQUIRED,
                            APPROVAL_REQUIRED,
                            STEPS_INCOMPLETE,
                            ORDER_VIOLATION,
                            UNREGISTERED_ENVIRONMENT,
                            POLICY_ERROR ->
                            "";
                };
    }

    private String standing(Slot slot, int given) {
        return request.id()
                + ": slot "
                + slot.id()
                + (slot.id().equals(slot.type()) ? "" : " (" + slot.type() + ")")
                + " has "
                + given
                + " of "
                + slot.min()
                + " approvals";
    }

    private WhoCanFix whoCanFill(Slot slot) {
        var roles =
                new LinkedHashSet<>(
                        slot.roles().isEmpty()
                                ? situation.records().rolesOf(slot.type())
                                : slot.roles());
        roles.addAll(List.of("release_manager", "admin"));
        var places =
                request.facts().places().stream()
                        .filter(
                                place ->
                                        slot.environment() == null
                                                || slot.environment().equals(place.environment()))
                        .toList();
        var people = new TreeSet<String>();
        for (var role : roles) {
            for (var person : situation.records().holders(role, places)) {
                if (!oneSlotPerPerson.containsKey(person) && !separation.excludes(slot, person)) {
                    people.add(person);
                }
            }
        }
        return new WhoCanFix(slot.id(), List.copyOf(roles), List.copyOf(people));
    }
}
