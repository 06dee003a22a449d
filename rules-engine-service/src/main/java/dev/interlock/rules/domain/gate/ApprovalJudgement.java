package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.WaitingOn;
import dev.interlock.contracts.gate.Finding.WhoCanFix;
import dev.interlock.rules.domain.facts.Approval;
import dev.interlock.rules.domain.facts.Request;
import dev.interlock.rules.domain.facts.Situation;
import dev.interlock.rules.domain.facts.Slot;
import dev.interlock.rules.domain.facts.Tally;
import dev.interlock.rules.domain.facts.Tally.Filled;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Each required slot needs enough distinct persons whose approvals count now. */
final class ApprovalJudgement {

    static final String BUILTIN = "approvals";

    private final Request request;
    private final Situation situation;
    private final Separation separation;
    private final Eligible eligible;
    private final Findings findings;
    private final Tally tally;

    private ApprovalJudgement(Request request, Situation situation) {
        this.request = request;
        this.situation = situation;
        this.separation = new Separation(request, situation);
        this.eligible = new Eligible(request, situation, separation);
        this.findings = new Findings(BUILTIN, situation);
        this.tally =
                Tally.of(
                        request,
                        situation.now(),
                        (slot, approval) ->
                                !separation.excludes(slot, approval)
                                        && eligible.stillIs(slot, approval));
    }

    static void judge(Request request, Situation situation, Consumer<Finding> into) {
        var judgement = new ApprovalJudgement(request, situation);
        boolean none = true;
        for (var filled : judgement.tally.slots()) {
            if (filled.slot().isRequiredFor(situation.environment())) {
                into.accept(judgement.judge(filled));
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

    private Finding judge(Filled filled) {
        var slot = filled.slot();
        if (filled.full()) {
            return findings.passed(
                    Code.APPROVAL_REQUIRED, standing(filled), lastNeeded(filled.counting()));
        }
        var code = codeOf(slot);
        var earlier = tally.openBefore(slot);
        var message =
                standing(filled) + groups(filled) + because(slot, code) + stage(slot, earlier);
        return findings.failed(
                code,
                message,
                new WaitingOn("approval", request.id(), slot.id(), filled.missing(), message),
                earlier.isEmpty()
                        ? eligible.whoCanFill(filled)
                        : new WhoCanFix(slot.id(), eligible.rolesFor(slot), List.of()),
                Remedies.open(request));
    }

    private static Instant lastNeeded(List<Approval> counting) {
        var last = Instant.EPOCH;
        for (var approval : counting) {
            last = approval.at().isAfter(last) ? approval.at() : last;
        }
        return last;
    }

    private Code codeOf(Slot slot) {
        var given =
                request.decisions().approvals().stream()
                        .filter(a -> a.slot().equals(slot.id()) && !a.withdrawn())
                        .toList();
        if (given.stream()
                .anyMatch(
                        a ->
                                !request.isStale(a)
                                        && !request.isTooOld(a, situation.now())
                                        && separation.excludes(slot, a))) {
            return Code.SELF_APPROVAL_FORBIDDEN;
        }
        if (given.stream().anyMatch(request::isStale)) {
            return Code.APPROVAL_STALE;
        }
        return given.stream().anyMatch(a -> request.isTooOld(a, situation.now()))
                ? Code.APPROVAL_EXPIRED
                : Code.APPROVAL_REQUIRED;
    }

    private String because(Slot slot, Code code) {
        return switch (code) {
            case APPROVAL_STALE -> "; the contents changed after one was given";
            case APPROVAL_EXPIRED -> "; one was given too long ago";
            case SELF_APPROVAL_FORBIDDEN ->
                    "; one was given by or for the author, the last editor, a builder or the"
                            + " deployer";
            case APPROVAL_REQUIRED ->
                    eligible.somebodyNoLongerIs(slot)
                            ? "; one approver no longer holds a role for it"
                            : "";
            case DEPLOYMENT_IN_PROGRESS,
                    SUPERSEDED,
                    ADMISSION_SPENT,
                    NO_DEPLOY_WINDOW,
                    OUTSIDE_ALLOW_WINDOW,
                    FREEZE_ACTIVE,
                    VERSION_REJECTED,
                    DR_REJECTED,
                    DR_REQUIRED,
                    QUALITY_APPROVAL_REQUIRED,
                    STEPS_INCOMPLETE,
                    ORDER_VIOLATION,
                    FLOW_VIOLATION,
                    INSUFFICIENT_SOAK_TIME,
                    STALE_PREREQUISITE,
                    DEPENDENCY_UNMET,
                    VERSION_COOLDOWN,
                    DEPLOY_QUOTA_EXCEEDED,
                    UNREGISTERED_ENVIRONMENT,
                    POLICY_ERROR ->
                    "";
        };
    }

    private static String groups(Filled filled) {
        return filled.missingGroups().isEmpty()
                ? ""
                : ", none of them from " + String.join(" or ", filled.missingGroups());
    }

    private static String stage(Slot slot, List<Slot> earlier) {
        return earlier.isEmpty()
                ? ""
                : "; stage "
                        + slot.stage()
                        + " opens after "
                        + String.join(", ", earlier.stream().map(Slot::id).toList());
    }

    private String standing(Filled filled) {
        var slot = filled.slot();
        return request.id()
                + ": slot "
                + slot.id()
                + (slot.id().equals(slot.type()) ? "" : " (" + slot.type() + ")")
                + (slot.stage() == 1 ? "" : " of stage " + slot.stage())
                + " has "
                + filled.counting().size()
                + " of "
                + slot.min()
                + " approvals";
    }
}
