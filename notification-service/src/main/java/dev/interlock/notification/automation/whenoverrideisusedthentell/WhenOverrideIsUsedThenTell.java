package dev.interlock.notification.automation.whenoverrideisusedthentell;

import dev.interlock.contracts.rules.OverrideUsedV1;
import dev.interlock.notification.facts.KnownOverride;
import dev.interlock.notification.write.queuenotification.QueueNotification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** At once, and each person once: who was skipped and may review it too is asked to review. */
public final class WhenOverrideIsUsedThenTell {

    /** Whose roles close a review, as approval-service's table has it. */
    private static final Set<String> REVIEWERS =
            Set.of("release_manager", "security", "compliance", "admin");

    private WhenOverrideIsUsedThenTell() {}

    /**
     * @param roles by person, of those who can act for this product there
     */
    public static List<QueueNotification> react(
            String eventId,
            OverrideUsedV1 used,
            KnownOverride known,
            Map<String, Set<String>> roles) {
        var reviewers = new TreeSet<String>();
        roles.forEach(
                (person, held) -> {
                    if (held.stream().anyMatch(REVIEWERS::contains)
                            && !person.equals(known.requestedBy())
                            && !person.equals(known.confirmedBy())
                            && !person.equals(used.deployer())) {
                        reviewers.add(person);
                    }
                });
        var commands = new ArrayList<QueueNotification>();
        for (var person : reviewers) {
            commands.add(tell(eventId, used, known, person, "override_review_due"));
        }
        for (var person : new TreeSet<>(used.skipped())) {
            if (!reviewers.contains(person)) {
                commands.add(tell(eventId, used, known, person, "override_used"));
            }
        }
        return commands;
    }

    private static QueueNotification tell(
            String eventId, OverrideUsedV1 used, KnownOverride known, String person, String kind) {
        var what =
                "%s %s was deployed to %s although %s failed: %s (%s)"
                        .formatted(
                                known.product(),
                                known.version(),
                                known.environment(),
                                String.join(", ", used.lifted()),
                                known.reason().lines().findFirst().orElse(""),
                                known.incidentUrl());
        return new QueueNotification(
                person,
                kind,
                used.override(),
                eventId,
                "Override of " + known.product() + " in " + known.environment(),
                kind.equals("override_used") ? what : what + "; look at it and close the review");
    }
}
