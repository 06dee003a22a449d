package dev.interlock.contracts.approval;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code delegation.given}: one person may decide for another, for a time.
 *
 * @param endsAt no longer then: half-open
 * @param environments null = all
 * @param products null = all
 * @param types of slots; null = all
 */
public record DelegationGivenV1(
        String delegation,
        String from,
        String to,
        Instant startsAt,
        Instant endsAt,
        @Nullable List<String> environments,
        @Nullable List<String> products,
        @Nullable List<String> types,
        String reason)
        implements ApprovalMessage {}
