package dev.interlock.contracts.approval;

import java.time.Instant;

/** {@code delegation.ended}: what was decided under it stays decided. */
public record DelegationEndedV1(String delegation, String from, String to, Instant at)
        implements ApprovalMessage {}
