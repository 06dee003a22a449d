package dev.interlock.edge;

import dev.interlock.contracts.identity.Identity;

/**
 * Payload of the internal identity's JWT.
 *
 * @param aud always {@link #AUDIENCE}: a token signed with the same secret for something else is
 *     refused
 * @param iat when it was signed, in seconds since the epoch
 * @param exp first second at which it is invalid, in seconds since the epoch
 */
record IdentityClaims(String aud, long iat, long exp, Identity identity) {

    static final String AUDIENCE = "interlock-internal";
}
