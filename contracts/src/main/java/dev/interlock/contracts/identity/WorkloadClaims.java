package dev.interlock.contracts.identity;

import java.util.List;
import java.util.Map;

/**
 * What a CI system's token says, after the gateway has verified it.
 *
 * @param issuer exactly as the token says it
 * @param audiences all it names
 * @param claims those of one value, as text
 */
public record WorkloadClaims(String issuer, List<String> audiences, Map<String, String> claims) {}
