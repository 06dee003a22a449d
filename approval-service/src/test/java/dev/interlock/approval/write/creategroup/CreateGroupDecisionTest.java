package dev.interlock.approval.write.creategroup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Group;
import dev.interlock.approval.domain.Refusal.GroupExists;
import dev.interlock.approval.events.GroupCreated;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CreateGroupDecisionTest {

    private static final CreateGroup COMMAND = new CreateGroup("board", "Board");

    @Test
    void beginsEmpty() {
        var created = new GroupCreated("board", "Board");

        assertThat(CreateGroupDecision.decide(new Group.Unknown(), COMMAND))
                .isEqualTo(Decision.accepted(created));
        assertThat(new Group.Unknown().evolve(created))
                .isEqualTo(new Group.Existing("board", "Board", Set.of()));
    }

    @Test
    void aNameIsGivenOnce() {
        assertThat(
                        CreateGroupDecision.decide(
                                new Group.Existing("board", "board", Set.of()), COMMAND))
                .isEqualTo(new Refused<>(new GroupExists("board")));
    }
}
