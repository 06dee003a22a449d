package dev.interlock.approval.domain;

import dev.interlock.approval.events.TokenEvent;
import dev.interlock.approval.events.TokenIssued;
import dev.interlock.approval.events.TokenRevoked;
import org.jspecify.annotations.Nullable;

/** One token's life, as far as decisions need to know; expiry is judged when it is used. */
public sealed interface Token {

    record Unissued() implements Token {}

    record Issued(String id, @Nullable String person) implements Token {}

    record Revoked(String id, @Nullable String person) implements Token {}

    default Token evolve(TokenEvent event) {
        return switch (event) {
            case TokenIssued issued -> new Issued(issued.token(), issued.person());
            case TokenRevoked revoked -> new Revoked(revoked.token(), person());
        };
    }

    /** Whose token it is; null for a service key, or if never issued. */
    default @Nullable String person() {
        return switch (this) {
            case Unissued _ -> null;
            case Issued(_, var person) -> person;
            case Revoked(_, var person) -> person;
        };
    }
}
