package dev.interlock.notification.automation.whendecidedthentellauthor;

import dev.interlock.contracts.dr.DeploymentRequestExpiredV1;
import dev.interlock.notification.facts.KnownRequest;
import dev.interlock.notification.facts.Outcome;
import dev.interlock.notification.write.queuenotification.QueueNotification;

/** The author hears of each approval, rejection and completion, and when nobody answered. */
public final class WhenDecidedThenTellAuthor {

    private WhenDecidedThenTellAuthor() {}

    public static Outcome expired(String eventId, DeploymentRequestExpiredV1 message) {
        var missing = message.missing();
        return new Outcome(
                eventId,
                message.dr(),
                "expired",
                "Expired: not answered before "
                        + message.requestExpiresAt()
                        + (missing.isEmpty()
                                ? ""
                                : (missing.size() == 1 ? ", slot " : ", slots ")
                                        + String.join(", ", missing)));
    }

    public static QueueNotification react(Outcome outcome, KnownRequest request) {
        return new QueueNotification(
                request.author(),
                outcome.kind(),
                request.dr(),
                outcome.eventId(),
                request.title(),
                outcome.text());
    }
}
