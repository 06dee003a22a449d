package dev.interlock.gateway.upstream;

/** A service behind the gateway. */
public enum Destination {
    DR,
    APPROVAL,
    RULES,
    NOTIFICATION
}
