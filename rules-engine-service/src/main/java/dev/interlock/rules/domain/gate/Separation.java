package dev.interlock.rules.domain.gate;

import dev.interlock.rules.domain.facts.Approval;
import dev.interlock.rules.domain.facts.Request;
import dev.interlock.rules.domain.facts.Situation;
import dev.interlock.rules.domain.facts.Slot;
import java.util.List;

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
                        || anySeparates(request.facts().environments())
                        || anyItemSeparates();
    }

    private boolean anyItemSeparates() {
        for (var item : request.facts().items()) {
            if (anySeparates(item.environments())) {
                return true;
            }
        }
        return false;
    }

    /** As when deciding: an unknown one is taken for production. */
    private boolean anySeparates(List<String> names) {
        for (var name : names) {
            var target = situation.records().environment(name);
            if (target == null || target.separatesDuties()) {
                return true;
            }
        }
        return false;
    }

    private boolean hasBuilt(String person) {
        for (var item : request.facts().items()) {
            if (situation.records().builders(item.product(), item.version()).contains(person)) {
                return true;
            }
        }
        return false;
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
