package dev.interlock.gateway.route;

import dev.interlock.gateway.limit.RateLimits;
import dev.interlock.gateway.upstream.Destination;
import java.time.Duration;

/**
 * How a call is passed on.
 *
 * @param atMost how long the service may take
 * @param asksTheGate the answer must have seen every write answered before
 * @param kind what it counts towards
 * @param repeatable may be sent again over a new connection when the first turned out to be dead
 * @param changesIdentities what is remembered of tokens is void afterwards
 */
record Route(
        Destination to,
        Duration atMost,
        boolean asksTheGate,
        RateLimits.Kind kind,
        boolean repeatable,
        boolean changesIdentities) {}
