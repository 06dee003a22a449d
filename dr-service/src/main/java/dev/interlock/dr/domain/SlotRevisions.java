package dev.interlock.dr.domain;

import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Contents.Item;
import dev.interlock.dr.events.Contents.Slot;
import dev.interlock.dr.events.Contents.Step;
import dev.interlock.dr.events.Origin;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * From which revision on the approvals of each slot count after a hashed change. Whatever is not
 * known to be untouched is taken for touched.
 */
public final class SlotRevisions {

    private SlotRevisions() {}

    /**
     * @param before per slot, what held before the change
     * @param revision of the change
     * @param policy a {@link Origin#contentsPolicy()}
     */
    public static Map<String, Integer> after(
            Contents old,
            Contents changed,
            Map<String, Integer> before,
            int revision,
            String policy) {
        var slots = new HashMap<String, Integer>();
        for (var slot : changed.slots()) {
            boolean kept =
                    policy.equals(Origin.INVALIDATE_AFFECTED) && isUntouched(slot, old, changed);
            slots.put(slot.id(), kept ? before.getOrDefault(slot.id(), revision) : revision);
        }
        return Map.copyOf(slots);
    }

    /** The same slot as before, for one environment where nothing is different. */
    private static boolean isUntouched(Slot slot, Contents old, Contents changed) {
        var environment = slot.environment();
        return environment != null
                && old.slots().contains(slot)
                && reaching(environment, old).equals(reaching(environment, changed));
    }

    /** What is to happen in one environment. */
    private record Reach(boolean targeted, Set<ShippedItem> items, List<Step> steps) {}

    private record ShippedItem(String product, String version, int orderGroup) {}

    private static Reach reaching(String environment, Contents contents) {
        var items = new HashSet<ShippedItem>();
        for (Item item : contents.items()) {
            var targets = item.targetsAmong(contents.environments());
            if (targets.contains(environment)) {
                items.add(new ShippedItem(item.product(), item.version(), item.orderGroup()));
            }
        }
        var steps =
                contents.allSteps().stream()
                        .filter(
                                step ->
                                        step.environment() == null
                                                || step.environment().equals(environment))
                        .toList();
        return new Reach(contents.environments().contains(environment), items, steps);
    }
}
