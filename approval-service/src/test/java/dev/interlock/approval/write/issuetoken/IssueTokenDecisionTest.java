package dev.interlock.approval.write.issuetoken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Refusal.NoSuchPerson;
import dev.interlock.approval.domain.Refusal.PersonNotActive;
import dev.interlock.approval.domain.Token;
import dev.interlock.approval.events.PersonDeactivated;
import dev.interlock.approval.events.TokenIssued;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IssueTokenDecisionTest {

    private static final Person NOBODY = new Person.Unknown();
    private static final Person ANN = new Person.Registered("usr_ann", List.of(), true);

    @Test
    void aPersonalTokenBelongsToAPerson() {
        assertThat(IssueTokenDecision.decide(new Token.Unissued(), token("usr_ann"), ANN))
                .isEqualTo(Decision.accepted(issued("usr_ann")));
        assertThat(IssueTokenDecision.decide(new Token.Unissued(), token("usr_ann"), NOBODY))
                .isEqualTo(new Refused<>(new NoSuchPerson("usr_ann")));
    }

    @Test
    void aServiceKeyBelongsToNobody() {
        assertThat(IssueTokenDecision.decide(new Token.Unissued(), token(null), NOBODY))
                .isEqualTo(Decision.accepted(issued(null)));
    }

    @Test
    void nobodyGetsATokenWhoCannotSignIn() {
        var gone = ANN.evolve(new PersonDeactivated("usr_ann"));

        assertThat(IssueTokenDecision.decide(new Token.Unissued(), token("usr_ann"), gone))
                .isEqualTo(new Refused<>(new PersonNotActive("usr_ann")));
    }

    @Test
    void anIdIsUsedOnce() {
        assertThat(
                        IssueTokenDecision.decide(
                                new Token.Revoked("tok_1", "usr_ann"), token("usr_ann"), ANN))
                .isInstanceOf(Redundant.class);
    }

    private static IssueToken token(@Nullable String person) {
        return new IssueToken(
                "tok_1",
                "personal",
                "laptop",
                person,
                "human",
                List.of(),
                List.of(),
                List.of(),
                null,
                "usr_root",
                "ab");
    }

    private static TokenIssued issued(@Nullable String person) {
        return new TokenIssued(
                "tok_1",
                "personal",
                "laptop",
                person,
                "human",
                List.of(),
                List.of(),
                List.of(),
                null,
                "usr_root",
                "ab");
    }
}
