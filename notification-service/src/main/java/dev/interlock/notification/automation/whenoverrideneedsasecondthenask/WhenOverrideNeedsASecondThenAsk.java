package dev.interlock.notification.automation.whenoverrideneedsasecondthenask;

import dev.interlock.contracts.rules.OverrideRequestedV1;
import dev.interlock.notification.write.queuenotification.QueueNotification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** At once: it lifts nothing before, and a few hours later nothing at all. */
public final class WhenOverrideNeedsASecondThenAsk {

    /** Whose role stands for one, as approval-service's table has it. */
    private static final String CONFIRMERS = "break_glass";

    private WhenOverrideNeedsASecondThenAsk() {}

    /**
     * @param roles by person, of those who can act for this product there
     */
    public static List<QueueNotification> react(
            String eventId, OverrideRequestedV1 requested, Map<String, Set<String>> roles) {
        return requested.people() < 2
                ? List.of()
                : new TreeMap<>(roles)
                        .entrySet().stream()
                                .filter(held -> held.getValue().contains(CONFIRMERS))
                                .map(Map.Entry::getKey)
                                .filter(person -> !person.equals(requested.by()))
                                .map(person -> ask(eventId, requested, person))
                                .toList();
    }

    private static QueueNotification ask(
            String eventId, OverrideRequestedV1 requested, String person) {
        return new QueueNotification(
                person,
                "override_confirmation_requested",
                requested.override(),
                eventId,
                "Override of " + requested.product() + " in " + requested.environment(),
                "%s %s is to be deployed to %s although %s may fail: %s (%s); stand for it before %s, or it lifts nothing"
                        .formatted(
                                requested.product(),
                                requested.version(),
                                requested.environment(),
                                String.join(", ", requested.rules()),
                                requested.reason().lines().findFirst().orElse(""),
                                requested.incidentUrl(),
                                requested.expiresAt()));
    }
}
