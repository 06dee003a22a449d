package dev.interlock.dr.write.startdeployment;

import dev.interlock.dr.domain.LaneAnswer;

/**
 * @param position newest position of this service that the answer is based on
 */
public record Started(LaneAnswer answer, long position) {}
