package dev.interlock.approval.write.addmember;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Group;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Refusal.NoSuchGroup;
import dev.interlock.approval.domain.Refusal.NoSuchPerson;
import dev.interlock.approval.domain.Refusal.OwnMembershipForbidden;
import dev.interlock.approval.events.GroupCreated;
import dev.interlock.approval.events.GroupEvent;
import dev.interlock.approval.events.MemberAdded;
import dev.interlock.approval.events.PersonRegistered;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddMemberDecisionTest {

    private final Group board = new Group.Unknown().evolve(new GroupCreated("board", "Board"));
    private final Person ann =
            new Person.Unknown().evolve(new PersonRegistered("usr_ann", "Ann", null));

    @Test
    void putsThePersonIn() {
        assertThat(decide(board, ann, "usr_root"))
                .isEqualTo(Decision.accepted(new MemberAdded("board", "usr_ann")));
    }

    @Test
    void aMemberIsNotAddedTwice() {
        var with = board.evolve(new MemberAdded("board", "usr_ann"));

        assertThat(decide(with, ann, "usr_root")).isInstanceOf(Redundant.class);
    }

    @Test
    void nobodyJoinsByThemselves() {
        assertThat(decide(board, ann, "usr_ann"))
                .isEqualTo(new Refused<>(new OwnMembershipForbidden("board")));
    }

    @Test
    void groupAndPersonMustBeThere() {
        assertThat(decide(new Group.Unknown(), ann, "usr_root"))
                .isEqualTo(new Refused<>(new NoSuchGroup("board")));
        assertThat(decide(board, new Person.Unknown(), "usr_root"))
                .isEqualTo(new Refused<>(new NoSuchPerson("usr_ann")));
    }

    private static Decision<GroupEvent> decide(Group group, Person person, String by) {
        return AddMemberDecision.decide(
                group, new AddMember("board", "usr_ann", Set.of(by)), person);
    }
}
