package dev.interlock.approval.domain;

import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.approval.events.ApprovalRevoked;
import dev.interlock.approval.events.ApprovalWithdrawn;
import dev.interlock.approval.events.RequestFullyApproved;
import dev.interlock.approval.events.SlotApproved;
import dev.interlock.approval.events.SlotRejected;
import dev.interlock.approval.events.StageOpened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All decisions on one deployment request, of every revision, in the order of the stream. Which of
 * them count depends on the request as it is now, and on the time: see {@link Tally}.
 */
public record Approvals(List<Approval> approvals, List<Rejection> rejections) {

    public static final Approvals NONE = new Approvals(List.of(), List.of());

    /** How an approval ended for good. */
    public enum Ending {
        WITHDRAWN,
        REVOKED
    }

    /**
     * @param actingFor the delegator; null if the person stands for nobody else
     * @param groups those of whoever is stood for, when deciding
     * @param at when it was given; the epoch if it was given before that was recorded
     * @param ending null while it stands
     * @param endedAt null while it stands; the epoch if it ended before that was recorded
     */
    public record Approval(
            String id,
            String slot,
            int revision,
            String contentHash,
            String person,
            @Nullable String actingFor,
            String role,
            Set<String> groups,
            Instant at,
            @Nullable Ending ending,
            @Nullable Instant endedAt) {

        public boolean isBy(String other) {
            return person.equals(other) || other.equals(actingFor);
        }

        private Approval ended(Ending how, @Nullable Instant when) {
            return new Approval(
                    id,
                    slot,
                    revision,
                    contentHash,
                    person,
                    actingFor,
                    role,
                    groups,
                    at,
                    how,
                    Objects.requireNonNullElse(when, Instant.EPOCH));
        }

        private Approval asOf(Instant instant) {
            return endedAt == null || endedAt.isBefore(instant)
                    ? this
                    : new Approval(
                            id,
                            slot,
                            revision,
                            contentHash,
                            person,
                            actingFor,
                            role,
                            groups,
                            at,
                            null,
                            null);
        }
    }

    /**
     * @param actingFor the delegator; null if the person stands for nobody else
     */
    public record Rejection(
            String id,
            String slot,
            int revision,
            String contentHash,
            String person,
            @Nullable String actingFor,
            boolean veto) {}

    public static Approvals from(List<ApprovalEvent> history) {
        var state = NONE;
        for (var event : history) {
            state = state.evolve(event);
        }
        return state;
    }

    public Approvals evolve(ApprovalEvent event) {
        return switch (event) {
            case SlotApproved e -> new Approvals(with(approvals, approval(e)), rejections);
            case SlotRejected e ->
                    new Approvals(
                            approvals,
                            with(
                                    rejections,
                                    new Rejection(
                                            e.rejection(),
                                            e.slot(),
                                            e.revision(),
                                            e.contentHash(),
                                            e.person(),
                                            e.actingFor(),
                                            e.veto())));
            case ApprovalWithdrawn e -> ended(e.approval(), Ending.WITHDRAWN, e.at());
            case ApprovalRevoked e -> ended(e.approval(), Ending.REVOKED, e.at());
            case RequestFullyApproved _, StageOpened _ -> this;
        };
    }

    /** What had been decided before the instant. */
    public Approvals asOf(Instant instant) {
        return new Approvals(
                approvals.stream()
                        .filter(a -> a.at().isBefore(instant))
                        .map(a -> a.asOf(instant))
                        .toList(),
                rejections);
    }

    public Optional<Approval> approval(String id) {
        return approvals.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    /** The one approval that stands now of the person, or of somebody acting for the person. */
    public Optional<Approval> standingOf(String person, RequestSnapshot request, Instant now) {
        return approvals.stream()
                .filter(a -> a.isBy(person) && stands(a, request, now))
                .findFirst();
    }

    /**
     * The rejection that closed the request, whatever was edited since: an edit may overtake the
     * news of it on the way to the request's owner, who then rejects it all the same. Only revising
     * the request lifts it.
     */
    public Optional<Rejection> veto(RequestSnapshot request) {
        return rejections.stream()
                .filter(r -> r.veto() && r.revision() >= request.revisedAt())
                .findFirst();
    }

    /** The person's rejection of this slot of the request as it is now. */
    public Optional<Rejection> rejectionOf(String person, String slot, RequestSnapshot request) {
        return rejections.stream()
                .filter(r -> r.person().equals(person) && r.slot().equals(slot))
                .filter(r -> request.isAboutThis(slot, r.revision(), r.contentHash()))
                .reduce((_, newest) -> newest);
    }

    /** Neither ended, nor stale, nor too old: half-open, so at the end of its age it is. */
    static boolean stands(Approval approval, RequestSnapshot request, Instant now) {
        return approval.ending() == null
                && request.isAboutThis(approval.slot(), approval.revision(), approval.contentHash())
                && !request.isTooOld(approval, now);
    }

    private static Approval approval(SlotApproved e) {
        return new Approval(
                e.approval(),
                e.slot(),
                e.revision(),
                e.contentHash(),
                e.person(),
                e.actingFor(),
                e.role(),
                e.groups() == null ? Set.of() : Set.copyOf(e.groups()),
                Objects.requireNonNullElse(e.at(), Instant.EPOCH),
                null,
                null);
    }

    private Approvals ended(String id, Ending how, @Nullable Instant when) {
        return new Approvals(
                approvals.stream()
                        .map(a -> a.id().equals(id) && a.ending() == null ? a.ended(how, when) : a)
                        .toList(),
                rejections);
    }

    private static <T> List<T> with(List<T> list, T added) {
        var all = new ArrayList<>(list);
        all.add(added);
        return List.copyOf(all);
    }
}
