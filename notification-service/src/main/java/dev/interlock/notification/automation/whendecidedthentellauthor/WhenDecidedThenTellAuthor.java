package dev.interlock.notification.automation.whendecidedthentellauthor;

import dev.interlock.notification.facts.KnownRequest;
import dev.interlock.notification.facts.Outcome;
import dev.interlock.notification.write.queuenotification.QueueNotification;

/** The author hears of each approval, rejection and completion. */
public final class WhenDecidedThenTellAuthor {

    private WhenDecidedThenTellAuthor() {}

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
