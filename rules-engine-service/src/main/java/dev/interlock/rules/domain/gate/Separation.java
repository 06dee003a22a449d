package dev.interlock.rules.domain.gate;

import dev.interlock.rules.domain.facts.Approval;
import dev.interlock.rules.domain.facts.Environment;
import dev.interlock.rules.domain.facts.Request;
import dev.interlock.rules.domain.facts.Situation;
import dev.interlock.rules.domain.facts.Slot;

/**
 * Separation of duties: where it applies, neither the author, nor the last editor, nor a builder of
 * its versions, nor the deployer counts as an approver. A slot for one target takes that target's;
 * any other the strictest of the deployment request's targets.
 */
final class Separation {

    private final Request request;
    private final Situation situation;
    private final boolean strictest;

    Separation(Request request, Situation situation) {
        this.request = request;
        this.situation = situation;
        this.strictest =
                situation.environment().separatesDuties()
                        || request.facts().environments().stream().anyMatch(this::separates)
                        || request.facts().items().stream()
                                .flatMap(item -> item.environments().stream())
                                .anyMatch(this::separates);
    }

    private boolean separates(String name) {
        Environment target = situation.records().environment(name);
        return target == null
                || target.separatesDuties(); // as when deciding: unknown is production
    }

    private boolean hasBuilt(String person) {
        return request.facts().items().stream()
                .anyMatch(
                        item ->
                                situation
                                        .records()
                                        .builders(item.product(), item.version())
                                        .contains(person));
    }

    /** Who approved, and who was stood for, are one; nobody acts for the author, or the reverse. */
    boolean excludes(Slot slot, Approval approval) {
        var author = request.facts().author();
        boolean delegated = approval.actingFor() != null;
        return excludes(slot, approval.person())
                || excludes(slot, approval.principal())
                || (delegated
                        && (author.equals(approval.person())
                                || author.equals(approval.principal())));
    }

    boolean excludes(Slot slot, String person) {
        boolean applies =
                slot.environment() == null ? strictest : situation.environment().separatesDuties();
        return applies
                && (person.equals(request.facts().author())
                        || person.equals(request.facts().lastEditor())
                        || person.equals(situation.query().deployer())
                        || hasBuilt(person));
    }
}
