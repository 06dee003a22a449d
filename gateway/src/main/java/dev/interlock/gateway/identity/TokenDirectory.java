package dev.interlock.gateway.identity;

/** Knows whose token has a hash: approval-service. */
interface TokenDirectory {

    Resolution resolve(String hash);
}
