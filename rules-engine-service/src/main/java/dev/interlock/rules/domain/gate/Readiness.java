package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.Mode;
import dev.interlock.rules.domain.facts.GateQuery;
import dev.interlock.rules.domain.facts.Item;
import dev.interlock.rules.domain.facts.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a deployment request is: the gate's judgement of each of its targets, and one word for
 * all of them.
 *
 * @param word null unless the request is in progress
 */
public record Readiness(@Nullable Word word, List<Target> targets) {

    public enum Word {
        AWAITING_APPROVAL,
        APPROVED,
        BLOCKED,
        DEPLOYING,
        PARTIALLY_DEPLOYED
    }

    public enum Status {
        PENDING,
        DEPLOYING,
        DEPLOYED
    }

    /**
     * @param judgement what a start would be answered now; null unless it is pending
     */
    public record Target(
            Item item, String environment, Status status, @Nullable Judgement judgement) {

        /** What fails, enforced or not. */
        public List<Finding> missing() {
            return judgement == null ? List.of() : judgement.failures();
        }
    }

    /**
     * Of every item in every environment it goes to, in the order of the request. All requests that
     * cover a target are heard, as at a start that names none.
     */
    public static Readiness of(Request request, Facts facts, Instant now) {
        var targets = new ArrayList<Target>();
        for (var item : request.facts().items()) {
            for (var environment : item.environments()) {
                targets.add(target(request, item, environment, facts, now));
            }
        }
        return new Readiness(request.isOpen(now) ? word(request, targets) : null, targets);
    }

    private static Target target(
            Request request, Item item, String environment, Facts facts, Instant now) {
        var query = new GateQuery(item.product(), item.version(), environment, null, null, "ci");
        return switch (Gate.decide(query, facts, now)) {
            case Judgement judgement -> {
                var lane = judgement.situation().lane();
                if (lane.heldBy(now).stream().anyMatch(r -> r.version().equals(item.version()))) {
                    yield new Target(item, environment, Status.DEPLOYING, null);
                }
                yield lane.hasSpent(request.id(), item.version())
                        ? new Target(item, environment, Status.DEPLOYED, null)
                        : new Target(item, environment, Status.PENDING, judgement);
            }
            // only a question that names a request can be about one that does not cover it
            case Ruling.NotCovered(_, var detail) -> throw new IllegalStateException(detail);
        };
    }

    private static Word word(Request request, List<Target> targets) {
        if (targets.stream().anyMatch(t -> t.status() == Status.DEPLOYING)) {
            return Word.DEPLOYING;
        }
        if (targets.stream().anyMatch(t -> t.status() == Status.DEPLOYED)) {
            return Word.PARTIALLY_DEPLOYED;
        }
        var inTheWay =
                targets.stream()
                        .flatMap(target -> target.missing().stream())
                        .filter(f -> f.mode() == Mode.ENFORCE && !waitsForItsOwn(request, f))
                        .toList();
        if (inTheWay.isEmpty()) {
            return Word.APPROVED;
        }
        return inTheWay.stream().allMatch(Waiting::endsWithApprovals)
                ? Word.AWAITING_APPROVAL
                : Word.BLOCKED;
    }

    /** A train that only waits for its own earlier groups is as ready as it can be. */
    private static boolean waitsForItsOwn(Request request, Finding finding) {
        return finding.code().equals(Code.ORDER_VIOLATION.name())
                && finding.waitingOn().stream().allMatch(w -> request.id().equals(w.dr()));
    }
}
