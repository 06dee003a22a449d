package dev.interlock.approval.domain;

import dev.interlock.approval.domain.Refusal.AgentMayNotApprove;
import dev.interlock.approval.domain.Refusal.BuilderMayNotSignOff;
import dev.interlock.approval.domain.Refusal.NotYours;
import java.util.Optional;

/**
 * Who may lift what stops a version: who put it there, or a release manager or admin who did not
 * build the version.
 */
public final class LiftingRight {

    private LiftingRight() {}

    /**
     * @param id of what stops it
     * @param by who put it there
     * @return why not; empty if they may
     */
    public static Optional<Refusal> objection(
            Approver approver, String id, String by, VersionSnapshot version) {
        var person = approver.human();
        if (person.isEmpty()) {
            return Optional.of(new AgentMayNotApprove(approver.actorKind()));
        }
        if (person.get().equals(by)) {
            return Optional.empty();
        }
        if (approver.roleAmong(Roles.FILL_ANY).isEmpty()) {
            return Optional.of(new NotYours(id, Roles.FILL_ANY));
        }
        return version.builders().contains(person.get())
                ? Optional.of(new BuilderMayNotSignOff(version.name()))
                : Optional.empty();
    }
}
