package dev.interlock.approval.events;

import java.time.Instant;

/** The delegation holds no longer; what was decided under it stays decided. */
public record DelegationEnded(String delegation, String from, String to, Instant at)
        implements DelegationEvent {}
