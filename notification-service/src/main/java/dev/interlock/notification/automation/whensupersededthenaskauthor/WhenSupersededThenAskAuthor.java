package dev.interlock.notification.automation.whensupersededthenaskauthor;

import dev.interlock.contracts.dr.DeploymentRequestSupersededV1;
import dev.interlock.notification.facts.Outcome;
import java.util.Set;

/** Once for each newer deployment request; what becomes of the older one is its author's choice. */
public final class WhenSupersededThenAskAuthor {

    private static final Set<String> CANCELLABLE = Set.of("draft", "in_progress");

    private WhenSupersededThenAskAuthor() {}

    public static Outcome react(String eventId, DeploymentRequestSupersededV1 m) {
        return new Outcome(eventId, m.dr(), "superseded", what(m) + choice(m));
    }

    private static String what(DeploymentRequestSupersededV1 m) {
        return m.product() == null
                ? m.supersededBy() + " takes the place of " + m.dr()
                : "%s now ships %s@%s to %s too"
                        .formatted(m.supersededBy(), m.product(), m.version(), m.environment());
    }

    private static String choice(DeploymentRequestSupersededV1 m) {
        return CANCELLABLE.contains(m.state())
                ? "; cancel " + m.dr() + " or keep it"
                : "; revise " + m.dr() + ", which is " + m.state() + ", or leave it";
    }
}
