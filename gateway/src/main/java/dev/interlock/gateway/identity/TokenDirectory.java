package dev.interlock.gateway.identity;

/** Knows who a token stands for: approval-service. */
interface TokenDirectory {

    /** By the hash of a token that was issued here. */
    Resolution resolve(String hash);

    /** By a token that somebody else has signed. */
    Resolution resolveSigned(String token);
}
