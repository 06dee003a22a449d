package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.WaitingOn;
import dev.interlock.contracts.gate.Finding.WhoCanFix;
import dev.interlock.rules.domain.facts.Item;
import dev.interlock.rules.domain.facts.Request;
import dev.interlock.rules.domain.facts.Situation;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A later order group waits until the versions of all earlier ones are what runs there. */
final class OrderJudgement {

    private OrderJudgement() {}

    static void judge(Request request, Situation situation, Consumer<Finding> into) {
        var findings = new Findings("order", situation);
        var missing = missing(request, situation);
        if (missing.isEmpty()) {
            into.accept(
                    findings.passed(
                            Code.ORDER_VIOLATION,
                            request.id() + ": nothing has to go before this",
                            null));
            return;
        }
        var names =
                missing.stream()
                        .map(item -> item.product() + " " + item.version())
                        .collect(Collectors.joining(", "));
        var message =
                "%s: %s must run in %s first"
                        .formatted(request.id(), names, situation.environment().name());
        into.accept(
                findings.failed(
                        Code.ORDER_VIOLATION,
                        message,
                        new WaitingOn("deployment", request.id(), null, missing.size(), message),
                        new WhoCanFix(null, List.of("deployer"), List.of()),
                        Remedies.open(request)));
    }

    private static List<Item> missing(Request request, Situation situation) {
        var environment = situation.environment();
        int group = group(request, situation);
        if (group == 1) {
            return List.of();
        }
        return request.facts().items().stream()
                .filter(item -> item.orderGroup() < group && item.goesTo(environment))
                .filter(item -> !runs(item, situation))
                .filter(item -> !isReplaced(item, group, request, situation))
                .toList();
    }

    /** By a later version of the product, that the same request brings in a group in between. */
    private static boolean isReplaced(Item item, int group, Request request, Situation situation) {
        return request.facts().items().stream()
                .filter(other -> other.product().equals(item.product()))
                .filter(
                        other ->
                                other.orderGroup() > item.orderGroup()
                                        && other.orderGroup() < group
                                        && other.goesTo(situation.environment()))
                .anyMatch(other -> runs(other, situation));
    }

    /** What the gate had not admitted is no evidence where it is enforced. */
    private static boolean runs(Item item, Situation situation) {
        var lane = situation.records().lane(item.product(), situation.environment());
        return lane.currentEvidence(item.version(), situation.environment()).isPresent();
    }

    /** The latest group that names it here: the strictest reading. */
    private static int group(Request request, Situation situation) {
        int group = 1;
        for (var item : request.facts().items()) {
            if (item.product().equals(situation.query().product())
                    && item.version().equals(situation.query().version())
                    && item.goesTo(situation.environment())) {
                group = Math.max(group, item.orderGroup());
            }
        }
        return group;
    }
}
