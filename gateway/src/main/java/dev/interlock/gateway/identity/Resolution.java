package dev.interlock.gateway.identity;

import dev.interlock.contracts.identity.Identity;

/** What is known of a token. */
public sealed interface Resolution {

    record Known(Identity identity) implements Resolution {}

    /** No token, or none that is valid now. */
    record Unknown() implements Resolution {}

    /** It cannot be told now. */
    record Unavailable() implements Resolution {}
}
