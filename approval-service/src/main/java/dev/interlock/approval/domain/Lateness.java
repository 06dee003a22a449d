package dev.interlock.approval.domain;

import dev.interlock.approval.domain.Refusal.AlreadyStarted;
import dev.interlock.approval.domain.Refusal.RequestNotOpen;
import java.util.Optional;
import java.util.Set;

/** When it is too late to end an approval: for its person, and for an admin alike. */
public final class Lateness {

    /** A request that is over cannot be stopped by it; a draft keeps its approvals. */
    private static final Set<String> STILL_TO_STOP =
            Set.of(RequestSnapshot.IN_PROGRESS, RequestSnapshot.DRAFT);

    private Lateness() {}

    public static Optional<Refusal> of(
            Approvals.Approval approval, RequestSnapshot request, Starts starts) {
        var environment =
                request.slot(approval.slot()).map(RequestSnapshot.Slot::environment).orElse(null);
        if (starts.leaveNothingToStop(environment)) {
            return Optional.of(
                    new AlreadyStarted(
                            request.id(), approval.id(), starts.deployments(environment)));
        }
        return STILL_TO_STOP.contains(request.state())
                ? Optional.empty()
                : Optional.of(new RequestNotOpen(request.id(), request.state(), null));
    }
}
