package dev.interlock.dr.domain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Contents.Item;
import dev.interlock.dr.events.Contents.Slot;
import dev.interlock.dr.events.Contents.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is different between two contents, for people who approved one and are shown the other. */
public final class ContentsDiff {

    /**
     * @param kind {@code item}, {@code environment}, {@code slot} or {@code step}
     * @param change {@code added}, {@code removed} or {@code changed}
     * @param name the product, environment, slot or step
     * @param sentence for people, one line
     */
    public record Change(String kind, String change, String name, String sentence) {}

    private final List<Change> changes = new ArrayList<>();

    private ContentsDiff() {}

    /** Empty if nothing is different. */
    public static List<Change> between(Contents from, Contents to) {
        var diff = new ContentsDiff();
        diff.items(from.items(), to.items());
        diff.environments(from.environments(), to.environments());
        diff.compare(
                "slot",
                byId(from.slots(), Slot::id),
                byId(to.slots(), Slot::id),
                ContentsDiff::text);
        diff.compare(
                "step",
                byId(from.allSteps(), Step::id),
                byId(to.allSteps(), Step::id),
                ContentsDiff::text);
        diff.stepOrder(from.allSteps(), to.allSteps());
        return List.copyOf(diff.changes);
    }

    /** A product that is in both once is the same item; where it is there more often, none is. */
    private void items(List<Item> from, List<Item> to) {
        var before = from.stream().collect(groupingBy(Item::product));
        var after = to.stream().collect(groupingBy(Item::product));
        var products = new LinkedHashSet<String>();
        from.forEach(item -> products.add(item.product()));
        to.forEach(item -> products.add(item.product()));
        for (var product : products) {
            var old = before.getOrDefault(product, List.of());
            var now = after.getOrDefault(product, List.of());
            if (old.size() == 1 && now.size() == 1) {
                same(old.getFirst(), now.getFirst());
            } else {
                old.stream()
                        .filter(item -> !now.contains(item))
                        .forEach(item -> add("item", "removed", product, text(item)));
                now.stream()
                        .filter(item -> !old.contains(item))
                        .forEach(item -> add("item", "added", product, text(item)));
            }
        }
    }

    private void same(Item old, Item now) {
        if (!old.equals(now)) {
            var what =
                    old.version().equals(now.version())
                            ? text(old) + " is now " + text(now)
                            : old.product()
                                    + ": "
                                    + old.version()
                                    + " \u2192 "
                                    + now.version()
                                    + (elsewhere(old, now) ? " (" + terms(now) + ")" : "");
            changes.add(new Change("item", "changed", now.product(), what));
        }
    }

    private static boolean elsewhere(Item old, Item now) {
        return !old.environments().equals(now.environments())
                || old.orderGroup() != now.orderGroup();
    }

    private void environments(List<String> from, List<String> to) {
        from.stream()
                .filter(name -> !to.contains(name))
                .forEach(name -> add("environment", "removed", name, name));
        to.stream()
                .filter(name -> !from.contains(name))
                .forEach(name -> add("environment", "added", name, name));
    }

    private <T> void compare(
            String kind, Map<String, T> from, Map<String, T> to, Function<T, String> text) {
        from.forEach(
                (id, old) -> {
                    var now = to.get(id);
                    if (now == null) {
                        add(kind, "removed", id, text.apply(old));
                    } else if (!now.equals(old)) {
                        changes.add(
                                new Change(
                                        kind,
                                        "changed",
                                        id,
                                        kind
                                                + " "
                                                + text.apply(old)
                                                + " is now "
                                                + text.apply(now)));
                    }
                });
        to.forEach(
                (id, now) -> {
                    if (!from.containsKey(id)) {
                        add(kind, "added", id, text.apply(now));
                    }
                });
    }

    /** The order of steps is the order of doing. */
    private void stepOrder(List<Step> from, List<Step> to) {
        var before = from.stream().map(Step::id).filter(byId(to, Step::id)::containsKey).toList();
        var after = to.stream().map(Step::id).filter(byId(from, Step::id)::containsKey).toList();
        if (!before.equals(after)) {
            changes.add(
                    new Change(
                            "step",
                            "changed",
                            "order",
                            "the steps are now in the order " + String.join(", ", after)));
        }
    }

    private void add(String kind, String change, String name, String text) {
        changes.add(new Change(kind, change, name, kind + " " + text + " was " + change));
    }

    private static <T> Map<String, T> byId(List<T> list, Function<T, String> id) {
        return list.stream()
                .collect(toMap(id, Function.identity(), (one, _) -> one, LinkedHashMap::new));
    }

    private static String text(Item item) {
        return item.product() + " " + item.version() + " (" + terms(item) + ")";
    }

    private static String terms(Item item) {
        return "group "
                + item.orderGroup()
                + (item.environments().isEmpty()
                        ? ""
                        : ", to " + String.join(", ", item.environments()));
    }

    private static String text(Slot slot) {
        var terms = slot.termsOrUsual();
        var text = new StringBuilder(slot.id());
        text.append(" (").append(slot.type()).append(", ").append(slot.min()).append(" of ");
        text.append(
                slot.roles().isEmpty() ? "the type's roles" : String.join(" or ", slot.roles()));
        text.append(slot.environment() == null ? "" : ", for " + slot.environment());
        text.append(slot.optional() ? ", optional" : "");
        text.append(slot.veto() ? "" : ", without veto");
        text.append(terms.stage() == 1 ? "" : ", stage " + terms.stage());
        text.append(
                terms.requiredMembers().isEmpty()
                        ? ""
                        : ", with " + String.join(" and ", terms.requiredMembers()));
        text.append(terms.stillEligible() ? ", still eligible" : "");
        text.append(
                terms.approvalValidFor() == null ? "" : ", valid for " + terms.approvalValidFor());
        return text.append(terms.locked() ? ", locked)" : ")").toString();
    }

    private static String text(Step step) {
        return step.id()
                + " ("
                + step.phase()
                + ", "
                + step.kind()
                + (step.required() ? "" : ", not required")
                + part(", for ", step.item())
                + part(", in ", step.environment())
                + part(", by ", step.assigneeRole())
                + part(", until ", Objects.toString(step.deadline(), null))
                + "): "
                + step.title();
    }

    private static String part(String before, @Nullable String value) {
        return value == null ? "" : before + value;
    }
}
