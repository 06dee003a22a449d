package dev.interlock.approval.write.givedelegation;

import static dev.interlock.approval.domain.Requests.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Accepted;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Delegation;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Refusal.AgentMayNotApprove;
import dev.interlock.approval.domain.Refusal.DelegatesForOthers;
import dev.interlock.approval.domain.Refusal.UnfitDelegate;
import dev.interlock.approval.events.DelegationEvent;
import dev.interlock.approval.events.PersonRegistered;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GiveDelegationDecisionTest {

    private static final Approver ANN = new Approver("usr_ann", Approver.HUMAN, List.of("qa"));

    @Test
    void onesOwnDecisionsMayBeMadeBySomebodyElse() {
        assertThat(decide("usr_ann", "usr_bob", ANN)).isInstanceOf(Accepted.class);
    }

    @Test
    void onlyAnAdminDelegatesForOthers() {
        var admin = new Approver("usr_root", Approver.HUMAN, List.of("admin"));

        assertThat(decide("usr_cleo", "usr_bob", ANN))
                .isEqualTo(new Refused<>(new DelegatesForOthers("usr_cleo")));
        assertThat(decide("usr_cleo", "usr_bob", admin)).isInstanceOf(Accepted.class);
    }

    /** They would get Cleo's groups, which nobody gives themselves. */
    @Test
    void anAdminDoesNotMakeThemselvesAnothersDelegate() {
        var admin = new Approver("usr_root", Approver.HUMAN, List.of("admin"));

        assertThat(decide("usr_cleo", "usr_root", admin))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.refusal()).isInstanceOf(UnfitDelegate.class));
    }

    @Test
    void nobodyDelegatesToThemselvesAndNoAgentDelegates() {
        var agent = new Approver("usr_ann", "agent", List.of("qa"));

        assertThat(decide("usr_ann", "usr_ann", ANN))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.refusal()).isInstanceOf(UnfitDelegate.class));
        assertThat(decide("usr_ann", "usr_bob", agent))
                .isEqualTo(new Refused<>(new AgentMayNotApprove("agent")));
    }

    private static Decision<DelegationEvent> decide(String from, String to, Approver giver) {
        var command =
                new GiveDelegation(
                        "del_1",
                        from,
                        to,
                        null,
                        NOW.plusSeconds(60),
                        List.of(),
                        List.of(),
                        List.of(),
                        "on leave",
                        giver.person(),
                        giver.person() == null ? Set.of() : Set.of(giver.person()),
                        giver.actorKind());
        return GiveDelegationDecision.decide(
                new Delegation.Unknown(), command, giver, person(from), person(to), NOW);
    }

    private static Person person(String id) {
        return new Person.Unknown().evolve(new PersonRegistered(id, id, null));
    }
}
