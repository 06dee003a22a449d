package dev.interlock.dr.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Contents.Item;
import dev.interlock.dr.events.Contents.Slot;
import dev.interlock.dr.events.Contents.Step;
import dev.interlock.dr.events.Contents.Terms;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an approval is bound to: lower-case hex SHA-256 over the canonical JSON of the contents.
 * Order that means nothing is taken out first, so that only a change of meaning changes it. What is
 * at its default is left out, so that hashes given before a field existed stay what they are.
 */
public final class ContentHash {

    private ContentHash() {}

    public static String of(Contents contents) {
        return sha256(CanonicalJson.of(value(contents)));
    }

    /** Lower-case hex SHA-256 of the text in UTF-8. */
    public static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Map<String, Object> value(Contents contents) {
        var items = Comparator.comparing(Item::product).thenComparing(Item::version);
        var value = new HashMap<String, Object>();
        value.put(
                "items",
                contents.items().stream()
                        .sorted(items.thenComparing(item -> sorted(item.environments()).toString()))
                        .map(ContentHash::value)
                        .toList());
        value.put("environments", sorted(contents.environments()));
        value.put(
                "slots",
                contents.slots().stream()
                        .sorted(Comparator.comparing(Slot::id))
                        .map(ContentHash::value)
                        .toList());
        if (!contents.allSteps().isEmpty()) {
            // their order is the order of doing, so it means something
            value.put("steps", contents.allSteps().stream().map(ContentHash::value).toList());
        }
        return value;
    }

    private static Map<String, Object> value(Item item) {
        return Map.of(
                "product", item.product(),
                "version", item.version(),
                "environments", sorted(item.environments()),
                "order_group", item.orderGroup());
    }

    private static Map<String, Object> value(Slot slot) {
        var value =
                new HashMap<String, Object>(
                        Map.of(
                                "id", slot.id(),
                                "type", slot.type(),
                                "roles", sorted(slot.roles()),
                                "min", slot.min(),
                                "optional", slot.optional(),
                                "veto", slot.veto()));
        put(value, "environment", slot.environment());
        if (slot.terms() != null) {
            value.put("terms", value(slot.terms()));
        }
        return value;
    }

    private static Map<String, Object> value(Terms terms) {
        var value =
                new HashMap<String, Object>(
                        Map.of(
                                "stage", terms.stage(),
                                "required_members", sorted(terms.requiredMembers()),
                                "still_eligible", terms.stillEligible(),
                                "locked", terms.locked()));
        put(value, "approval_valid_for", terms.approvalValidFor());
        return value;
    }

    private static Map<String, Object> value(Step step) {
        var value =
                new HashMap<String, Object>(
                        Map.of(
                                "id", step.id(),
                                "phase", step.phase(),
                                "title", step.title(),
                                "kind", step.kind(),
                                "required", step.required()));
        put(value, "item", step.item());
        put(value, "environment", step.environment());
        put(value, "assignee_role", step.assigneeRole());
        put(value, "deadline", step.deadline());
        return value;
    }

    private static void put(Map<String, Object> value, String name, @Nullable Object optional) {
        if (optional != null) {
            value.put(name, optional.toString());
        }
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted().distinct().toList();
    }
}
