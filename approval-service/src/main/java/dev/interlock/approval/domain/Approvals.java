package dev.interlock.approval.domain;

import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.approval.events.ApprovalWithdrawn;
import dev.interlock.approval.events.RequestFullyApproved;
import dev.interlock.approval.events.SlotApproved;
import dev.interlock.approval.events.SlotRejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All decisions on one deployment request, of every revision, in the order of the stream. Which of
 * them count depends on the request as it is now: see {@link Tally}.
 */
public record Approvals(List<Approval> approvals, List<Rejection> rejections) {

    public static final Approvals NONE = new Approvals(List.of(), List.of());

    public record Approval(
            String id,
            String slot,
            int revision,
            String contentHash,
            String person,
            boolean withdrawn) {}

    public record Rejection(
            String id,
            String slot,
            int revision,
            String contentHash,
            String person,
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
            case SlotApproved e ->
                    new Approvals(
                            with(
                                    approvals,
                                    new Approval(
                                            e.approval(),
                                            e.slot(),
                                            e.revision(),
                                            e.contentHash(),
                                            e.person(),
                                            false)),
                            rejections);
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
                                            e.veto())));
            case ApprovalWithdrawn e ->
                    new Approvals(
                            approvals.stream()
                                    .map(
                                            when(
                                                    e.approval(),
                                                    a ->
                                                            new Approval(
                                                                    a.id(),
                                                                    a.slot(),
                                                                    a.revision(),
                                                                    a.contentHash(),
                                                                    a.person(),
                                                                    true)))
                                    .toList(),
                            rejections);
            case RequestFullyApproved _ -> this;
        };
    }

    public Optional<Approval> approval(String id) {
        return approvals.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    /** The person's one approval that is neither withdrawn nor stale, counting or surplus. */
    public Optional<Approval> standingOf(String person, RequestSnapshot request) {
        return approvals.stream()
                .filter(a -> a.person().equals(person) && stands(a, request))
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
                .filter(r -> request.isAboutThis(r.slot(), r.revision(), r.contentHash()))
                .reduce((_, newest) -> newest);
    }

    static boolean stands(Approval approval, RequestSnapshot request) {
        return !approval.withdrawn()
                && request.isAboutThis(
                        approval.slot(), approval.revision(), approval.contentHash());
    }

    private static UnaryOperator<Approval> when(String id, UnaryOperator<Approval> change) {
        return approval -> approval.id().equals(id) ? change.apply(approval) : approval;
    }

    private static <T> List<T> with(List<T> list, T added) {
        var all = new ArrayList<>(list);
        all.add(added);
        return List.copyOf(all);
    }
}
