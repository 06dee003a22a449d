package dev.interlock.approval.domain;

import dev.interlock.approval.events.TokenEvent;
import dev.interlock.approval.events.TokenIssued;
import dev.interlock.approval.events.TokenRevoked;
import org.jspecify.annotations.Nullable;

/** One token's life, as far as decisions need to know; expiry is judged when it is used. */
public sealed interface Token {

    record Unissued() implements Token {}

    /**
     * @param person whose token it is; null for a service key
     * @param issuedBy the person who issued it, and so has seen it; null if nobody did
     * @param limited to some actions, products or environments
     */
    record Issued(String id, @Nullable String person, @Nullable String issuedBy, boolean limited)
            implements Token {}

    record Revoked(String id, @Nullable String person) implements Token {}

    default Token evolve(TokenEvent event) {
        return switch (event) {
            case TokenIssued issued ->
                    new Issued(
                            issued.token(),
                            issued.person(),
                            issued.issuedBy(),
                            !issued.actions().isEmpty()
                                    || !issued.products().isEmpty()
                                    || !issued.environments().isEmpty());
            case TokenRevoked revoked -> new Revoked(revoked.token(), person());
        };
    }

    /** Whose token it is; null for a service key, or if never issued. */
    default @Nullable String person() {
        return switch (this) {
            case Unissued _ -> null;
            case Issued issued -> issued.person();
            case Revoked(_, var person) -> person;
        };
    }

    /** Who has issued it; null if nobody did, or it opens nothing. */
    default @Nullable String issuedBy() {
        return switch (this) {
            case Unissued _, Revoked _ -> null;
            case Issued issued -> issued.issuedBy();
        };
    }

    default boolean limited() {
        return switch (this) {
            case Unissued _, Revoked _ -> false;
            case Issued issued -> issued.limited();
        };
    }
}
