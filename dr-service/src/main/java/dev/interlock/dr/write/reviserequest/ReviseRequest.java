package dev.interlock.dr.write.reviserequest;

import dev.interlock.dr.domain.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param expected the revision the actor has seen; null = whichever it is
 */
public record ReviseRequest(String dr, Actor actor, @Nullable Integer expected, Instant now) {}
