package dev.interlock.approval.domain;

import dev.interlock.approval.events.Evidence;
import dev.interlock.approval.events.VersionApproved;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says by a sign-off.
 *
 * @param environment null = any
 * @param digest null if none was named
 * @param validUntil from then on it no longer counts; null = for ever
 */
public record VersionApprovalTerms(
        String type,
        @Nullable String environment,
        @Nullable String digest,
        @Nullable Instant validUntil,
        @Nullable String comment,
        List<Evidence> evidence) {

    public VersionApprovalTerms forDigest(@Nullable String bound) {
        return new VersionApprovalTerms(type, environment, bound, validUntil, comment, evidence);
    }

    static VersionApprovalTerms of(VersionApproved given) {
        return new VersionApprovalTerms(
                given.type(),
                given.environment(),
                given.digest(),
                given.validUntil(),
                given.comment(),
                given.evidence());
    }
}
