package dev.interlock.contracts.approval;

import java.util.List;
import java.util.Map;

/**
 * {@code trust_policy.defined}: tokens of a CI system are accepted, if they say all of this.
 *
 * @param claims what a token must say, by claim
 */
public record TrustPolicyDefinedV1(
        String policy,
        String issuer,
        String audience,
        Map<String, String> claims,
        List<String> actions,
        List<String> products,
        List<String> environments)
        implements ApprovalMessage {}
