package dev.interlock.rules.domain.facts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leave to start one deployment although certain rules fail. Whether it holds follows from its
 * times and from what was deployed; nothing happens to it by a timer.
 *
 * @param environment folded name, no alias
 * @param names what it lifts: ids of rules, {@code freeze:} and an id, or codes of built-in checks
 * @param people how many must stand for it: 1 or 2
 * @param expiresAt the first instant at which it no longer holds
 * @param by opaque id of who requested it
 * @param confirmed who stood for it besides; null if nobody did
 * @param withdrawnAt the first instant at which it no longer holds, if somebody took it back
 * @param spent null until a deployment started by it
 */
public record GivenOverride(
        String id,
        String product,
        String version,
        String environment,
        List<String> names,
        int people,
        Instant requestedAt,
        Instant expiresAt,
        String by,
        @Nullable Confirmation confirmed,
        @Nullable Instant withdrawnAt,
        @Nullable Spending spent,
        boolean reviewed) {

    public GivenOverride {
        names = List.copyOf(names);
    }

    public record Confirmation(String by, Instant at) {}

    /**
     * @param deployment the id of the deployment that used it up
     */
    public record Spending(String deployment, Instant at) {}

    public boolean isFor(String deployed, String inVersion, Environment target) {
        return product.equals(deployed)
                && version.equals(inVersion)
                && target.isCalled(environment);
    }

    public boolean isPending(Instant now) {
        return confirmed == null ? people > 1 : now.isBefore(confirmed.at());
    }

    /** By its time, or because it was withdrawn. */
    public boolean hasEnded(Instant now) {
        return !now.isBefore(expiresAt) || (withdrawnAt != null && !now.isBefore(withdrawnAt));
    }

    /** Those whose glass it is: who requested and who confirmed it. */
    public List<String> brokenBy() {
        return confirmed == null ? List.of(by) : List.of(by, confirmed.by());
    }

    public boolean awaitsReview() {
        return spent != null && !reviewed;
    }

    public GivenOverride confirmed(String person, Instant at) {
        return with(new Confirmation(person, at), withdrawnAt, spent, reviewed);
    }

    public GivenOverride withdrawn(Instant at) {
        return with(confirmed, at, spent, reviewed);
    }

    public GivenOverride spent(Spending spending) {
        return with(confirmed, withdrawnAt, spending, reviewed);
    }

    public GivenOverride reviewClosed() {
        return with(confirmed, withdrawnAt, spent, true);
    }

    private GivenOverride with(
            @Nullable Confirmation confirmation,
            @Nullable Instant withdrawal,
            @Nullable Spending spending,
            boolean closed) {
        return new GivenOverride(
                id,
                product,
                version,
                environment,
                names,
                people,
                requestedAt,
                expiresAt,
                by,
                confirmation,
                withdrawal,
                spending,
                closed);
    }
}
