package dev.interlock.approval.write.removemember;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Group;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Refusal.NoSuchGroup;
import dev.interlock.approval.domain.Refusal.NoSuchPerson;
import dev.interlock.approval.domain.Refusal.OwnMembershipForbidden;
import dev.interlock.approval.events.GroupEvent;
import dev.interlock.approval.events.MemberRemoved;
import dev.interlock.approval.events.PersonRegistered;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RemoveMemberDecisionTest {

    private static final Person ANN =
            new Person.Unknown().evolve(new PersonRegistered("usr_ann", "Ann", null));

    private final Group board = new Group.Existing("board", "Board", Set.of("usr_ann", "usr_bob"));

    @Test
    void takesThePersonOut() {
        var removed = new MemberRemoved("board", "usr_ann");

        assertThat(decide(board, "usr_root")).isEqualTo(Decision.accepted(removed));
        assertThat(board.evolve(removed))
                .isEqualTo(new Group.Existing("board", "Board", Set.of("usr_bob")));
        assertThat(decide(board.evolve(removed), "usr_root")).isInstanceOf(Redundant.class);
    }

    @Test
    void nobodyLeavesByThemselves() {
        assertThat(decide(board, "usr_ann"))
                .isEqualTo(new Refused<>(new OwnMembershipForbidden("board")));
    }

    @Test
    void thePersonMustBeThere() {
        assertThat(decide(board, new Person.Unknown(), "usr_root"))
                .isEqualTo(new Refused<>(new NoSuchPerson("usr_ann")));
    }

    @Test
    void theGroupMustBeThere() {
        assertThat(decide(new Group.Unknown(), "usr_root"))
                .isEqualTo(new Refused<>(new NoSuchGroup("board")));
    }

    private static Decision<GroupEvent> decide(Group group, String by) {
        return decide(group, ANN, by);
    }

    private static Decision<GroupEvent> decide(Group group, Person person, String by) {
        return RemoveMemberDecision.decide(
                group, new RemoveMember("board", "usr_ann", Set.of(by)), person);
    }
}
