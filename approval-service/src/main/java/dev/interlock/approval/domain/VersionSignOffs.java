package dev.interlock.approval.domain;

import dev.interlock.approval.events.VersionApprovalRevoked;
import dev.interlock.approval.events.VersionApproved;
import dev.interlock.approval.events.VersionQuarantineEnded;
import dev.interlock.approval.events.VersionQuarantined;
import dev.interlock.approval.events.VersionRejected;
import dev.interlock.approval.events.VersionRejectionRevoked;
import dev.interlock.approval.events.VersionSignOffEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Everything said of one version, oldest first; nothing is ever forgotten. */
public record VersionSignOffs(
        List<Approval> approvals, List<Rejection> rejections, List<Quarantine> quarantines) {

    /** Retries of one call come within it; people who mean it anew come later. */
    private static final Duration ONE_CALL = Duration.ofMinutes(1);

    public static final VersionSignOffs NONE = new VersionSignOffs(List.of(), List.of(), List.of());

    public record Approval(VersionApproved given, boolean revoked) {

        /** Half-open: at the end of its validity it no longer stands. */
        public boolean standsAt(Instant now) {
            var until = given.validUntil();
            return !revoked && (until == null || now.isBefore(until));
        }

        private boolean isSaidWithin(Duration time, Instant now) {
            var at = given.at();
            return at != null && now.isBefore(at.plus(time));
        }
    }

    public record Rejection(VersionRejected given, boolean revoked) {}

    public record Quarantine(VersionQuarantined given, boolean ended) {

        /** Half-open: at its end it no longer stands. */
        public boolean standsAt(Instant now) {
            return !ended && now.isBefore(given.until());
        }
    }

    public static VersionSignOffs from(List<VersionSignOffEvent> history) {
        var state = NONE;
        for (var event : history) {
            state = state.evolve(event);
        }
        return state;
    }

    public VersionSignOffs evolve(VersionSignOffEvent event) {
        return switch (event) {
            case VersionApproved e ->
                    new VersionSignOffs(
                            with(approvals, new Approval(e, false)), rejections, quarantines);
            case VersionApprovalRevoked e ->
                    new VersionSignOffs(
                            changed(
                                    approvals,
                                    a -> a.given().approval().equals(e.approval()),
                                    a -> new Approval(a.given(), true)),
                            rejections,
                            quarantines);
            case VersionRejected e ->
                    new VersionSignOffs(
                            approvals, with(rejections, new Rejection(e, false)), quarantines);
            case VersionRejectionRevoked e ->
                    new VersionSignOffs(
                            approvals,
                            changed(
                                    rejections,
                                    r -> r.given().rejection().equals(e.rejection()),
                                    r -> new Rejection(r.given(), true)),
                            quarantines);
            case VersionQuarantined e ->
                    new VersionSignOffs(
                            approvals, rejections, with(quarantines, new Quarantine(e, false)));
            case VersionQuarantineEnded e ->
                    new VersionSignOffs(
                            approvals,
                            rejections,
                            changed(
                                    quarantines,
                                    q -> q.given().quarantine().equals(e.quarantine()),
                                    q -> new Quarantine(q.given(), true)));
        };
    }

    public Optional<Approval> approval(String id) {
        return first(approvals, a -> a.given().approval().equals(id));
    }

    public Optional<Rejection> rejection(String id) {
        return first(rejections, r -> r.given().rejection().equals(id));
    }

    public Optional<Quarantine> quarantine(String id) {
        return first(quarantines, q -> q.given().quarantine().equals(id));
    }

    /** The oldest rejection that was not revoked. */
    public Optional<Rejection> standingRejection() {
        return first(rejections, r -> !r.revoked());
    }

    /**
     * What the same one said in the same words just now, as when a call is sent twice. Later it is
     * said anew, with a time of its own: rules may want a sign-off that is recent.
     */
    public Optional<Approval> saidAgain(String by, VersionApprovalTerms terms, Instant now) {
        return first(
                approvals,
                a ->
                        a.standsAt(now)
                                && a.isSaidWithin(ONE_CALL, now)
                                && a.given().by().equals(by)
                                && VersionApprovalTerms.of(a.given()).equals(terms));
    }

    public List<Approval> standingApprovalsOf(String by, String type, Instant now) {
        return approvals.stream()
                .filter(
                        a ->
                                a.standsAt(now)
                                        && a.given().by().equals(by)
                                        && a.given().type().equals(type))
                .toList();
    }

    private static <T> List<T> with(List<T> some, T another) {
        var next = new ArrayList<>(some);
        next.add(another);
        return List.copyOf(next);
    }

    private static <T> List<T> changed(List<T> all, Predicate<T> which, UnaryOperator<T> change) {
        return all.stream().map(one -> which.test(one) ? change.apply(one) : one).toList();
    }

    private static <T> Optional<T> first(List<T> all, Predicate<T> which) {
        return all.stream().filter(which).findFirst();
    }
}
