package dev.interlock.notification.automation.whenapprovalisneededthenask;

import dev.interlock.notification.facts.KnownRequest;
import dev.interlock.notification.write.queuenotification.QueueNotification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One notification per person who can fill at least one slot now, never the author. Safe to repeat
 * whenever somebody may have become able: who was asked already is not asked twice.
 */
public final class WhenApprovalIsNeededThenAsk {

    /** May fill any slot. */
    private static final Set<String> ANY_SLOT = Set.of("release_manager", "admin");

    private WhenApprovalIsNeededThenAsk() {}

    /**
     * @param changes what is different from what they were asked for before; empty if not known
     */
    public static List<QueueNotification> react(
            KnownRequest request,
            List<String> changes,
            Map<String, Set<String>> rolesByPerson,
            Map<String, Set<String>> rolesByType) {
        var asked = new ArrayList<QueueNotification>();
        String because = request.askedBy();
        String kind = request.askedAs();
        if (because == null || kind == null) {
            return asked;
        }
        rolesByPerson.forEach(
                (person, roles) -> {
                    List<String> slots =
                            request.actionable().stream()
                                    .filter(s -> mayFill(s, roles, rolesByType))
                                    .map(KnownRequest.Slot::id)
                                    .toList();
                    if (!slots.isEmpty() && !person.equals(request.author())) {
                        asked.add(
                                new QueueNotification(
                                        person,
                                        kind,
                                        request.dr(),
                                        because,
                                        request.title(),
                                        text(request, slots, changes)));
                    }
                });
        return asked;
    }

    private static boolean mayFill(
            KnownRequest.Slot slot, Set<String> roles, Map<String, Set<String>> rolesByType) {
        Set<String> wanted =
                slot.roles().isEmpty()
                        ? rolesByType.getOrDefault(slot.type(), Set.of())
                        : Set.copyOf(slot.roles());
        return roles.stream().anyMatch(r -> wanted.contains(r) || ANY_SLOT.contains(r));
    }

    private static String text(KnownRequest request, List<String> slots, List<String> changes) {
        return "Your approval is asked for: revision "
                + request.revision()
                + ", "
                + (slots.size() == 1 ? "slot " : "one of the slots ")
                + String.join(", ", slots)
                + (changes.isEmpty() ? "" : ". What changed: " + String.join("; ", changes));
    }
}
