package dev.interlock.approval.events;

import java.util.List;
import java.util.Map;

/**
 * Tokens of a CI system are accepted from now on, if they say all of this.
 *
 * @param issuer exactly as the token says it
 * @param audience one of those the token names
 * @param claims what the token must say, by claim
 * @param actions what may be done with such a token
 * @param products products it is limited to; empty = all
 * @param environments environments it is limited to; empty = all
 */
public record TrustPolicyDefined(
        String policy,
        String issuer,
        String audience,
        Map<String, String> claims,
        List<String> actions,
        List<String> products,
        List<String> environments)
        implements TrustPolicyEvent {}
