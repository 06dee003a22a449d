package dev.interlock.approval.write.revoketoken;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Refusal.NoSuchToken;
import dev.interlock.approval.domain.Token;
import dev.interlock.approval.domain.Token.Issued;
import dev.interlock.approval.domain.Token.Revoked;
import dev.interlock.approval.domain.Token.Unissued;
import dev.interlock.approval.events.TokenEvent;
import dev.interlock.approval.events.TokenRevoked;

final class RevokeTokenDecision {

    private RevokeTokenDecision() {}

    /** A token of somebody else is as good as none to whoever may not touch it. */
    static Decision<TokenEvent> decide(Token token, RevokeToken command) {
        boolean own = token.person() != null && token.person().equals(command.revoker());
        if (!own && !command.anyTokens()) {
            return new Refused<>(new NoSuchToken(command.token()));
        }
        return switch (token) {
            case Unissued _ -> new Refused<>(new NoSuchToken(command.token()));
            case Revoked _ -> new Redundant<>("revoked already");
            case Issued(var id, _, _, _) -> Decision.accepted(new TokenRevoked(id));
        };
    }
}
