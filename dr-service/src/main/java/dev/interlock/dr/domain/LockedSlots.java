package dev.interlock.dr.domain;

import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Contents.Slot;
import dev.interlock.dr.events.Contents.Terms;
import dev.interlock.dr.events.Outline;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a template insists on: its locked slots are in every request made from it, as they are, as
 * far as the request goes to their environment. Nothing else locks a slot.
 */
public final class LockedSlots {

    private LockedSlots() {}

    /** What is wrong with the contents, by the id of the slot; empty if nothing is. */
    public static Map<String, String> violations(Outline template, Contents contents) {
        var violations = new TreeMap<String, String>();
        var locked = locked(template, contents.environments());
        for (var slot : locked) {
            var given = contents.slots().stream().filter(s -> s.id().equals(slot.id())).findFirst();
            if (given.isEmpty()) {
                violations.put(slot.id(), "is locked by the template and may not be left out");
            } else if (!given.get().equals(slot)) {
                violations.put(slot.id(), "is locked by the template and may not be changed");
            }
        }
        for (var slot : contents.slots()) {
            if (slot.termsOrUsual().locked() && !locked.contains(slot)) {
                violations.putIfAbsent(slot.id(), "is locked, but not by the template");
            }
        }
        return violations;
    }

    /** Who repeats a locked slot as it is need not repeat that it is locked. */
    public static Contents marked(Outline template, Contents contents) {
        var locked = locked(template, contents.environments());
        return new Contents(
                contents.items(),
                contents.environments(),
                contents.slots().stream()
                        .map(slot -> locked.contains(marked(slot)) ? marked(slot) : slot)
                        .toList(),
                contents.steps());
    }

    private static List<Slot> locked(Outline template, List<String> targets) {
        return template.slotsFor(targets).stream().filter(s -> s.termsOrUsual().locked()).toList();
    }

    private static Slot marked(Slot slot) {
        var terms = slot.termsOrUsual();
        return new Slot(
                slot.id(),
                slot.type(),
                slot.roles(),
                slot.min(),
                slot.environment(),
                slot.optional(),
                slot.veto(),
                new Terms(
                        terms.stage(),
                        terms.requiredMembers(),
                        terms.stillEligible(),
                        terms.approvalValidFor(),
                        true));
    }
}
