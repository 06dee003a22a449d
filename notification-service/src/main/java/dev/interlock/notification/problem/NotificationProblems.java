package dev.interlock.notification.problem;

import dev.interlock.edge.Problem;
import dev.interlock.notification.domain.Refusal;

/** The whole mapping from refusals to HTTP. */
public final class NotificationProblems {

    private NotificationProblems() {}

    public static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NoSuchNotification(var id) -> Problem.notFound("inbox entry " + id);
        };
    }

    /** A service key has nobody who could read. */
    public static Problem noInbox() {
        return Problem.of(403, "SCOPE_INSUFFICIENT", "only a person has an inbox");
    }
}
