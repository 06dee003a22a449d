package dev.interlock.approval.write.revoketoken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Refusal.NoSuchToken;
import dev.interlock.approval.domain.Token;
import dev.interlock.approval.events.TokenRevoked;
import org.junit.jupiter.api.Test;

class RevokeTokenDecisionTest {

    private final Token anns = new Token.Issued("tok_1", "usr_ann", null, false);
    private final Token key = new Token.Issued("tok_1", null, null, true);

    @Test
    void onesOwnOrAnyWithTheRight() {
        var revoked = Decision.accepted(new TokenRevoked("tok_1"));

        assertThat(decide(anns, new RevokeToken("tok_1", "usr_ann", false))).isEqualTo(revoked);
        assertThat(decide(anns, new RevokeToken("tok_1", "usr_root", true))).isEqualTo(revoked);
        assertThat(decide(key, new RevokeToken("tok_1", "usr_root", true))).isEqualTo(revoked);
    }

    @Test
    void aTokenOfSomebodyElseIsNotThere() {
        var unknown = new Refused<>(new NoSuchToken("tok_1"));

        assertThat(decide(anns, new RevokeToken("tok_1", "usr_bob", false))).isEqualTo(unknown);
        assertThat(decide(key, new RevokeToken("tok_1", null, false))).isEqualTo(unknown);
        assertThat(decide(new Token.Unissued(), new RevokeToken("tok_1", "usr_root", true)))
                .isEqualTo(unknown);
    }

    @Test
    void twiceIsRedundant() {
        var revoked = new Token.Revoked("tok_1", "usr_ann");

        assertThat(decide(revoked, new RevokeToken("tok_1", "usr_ann", false)))
                .isInstanceOf(Redundant.class);
    }

    private static Decision<?> decide(Token token, RevokeToken command) {
        return RevokeTokenDecision.decide(token, command);
    }
}
