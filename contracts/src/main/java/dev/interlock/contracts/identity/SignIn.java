package dev.interlock.contracts.identity;

import org.jspecify.annotations.Nullable;

/**
 * Who an OpenID provider says has signed in with a browser, after the gateway has verified it.
 *
 * @param subject the provider's id of the person
 * @param email only if the provider says it has verified it, else null
 * @param tokenHash lower-case hex SHA-256 of a new secret that stands for the session
 * @param lifeSeconds how long the session lasts; at least 1
 */
public record SignIn(
        String issuer,
        String subject,
        @Nullable String email,
        String tokenHash,
        long lifeSeconds) {}
