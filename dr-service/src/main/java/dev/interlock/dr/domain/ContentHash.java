package dev.interlock.dr.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Contents.Item;
import dev.interlock.dr.events.Contents.Slot;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What an approval is bound to: lower-case hex SHA-256 over the canonical JSON of the contents.
 * Order that means nothing is taken out first, so that only a change of meaning changes it.
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
        return Map.of(
                "items",
                contents.items().stream()
                        .sorted(items.thenComparing(item -> sorted(item.environments()).toString()))
                        .map(ContentHash::value)
                        .toList(),
                "environments",
                sorted(contents.environments()),
                "slots",
                contents.slots().stream()
                        .sorted(Comparator.comparing(Slot::id))
                        .map(ContentHash::value)
                        .toList());
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
        if (slot.environment() != null) {
            value.put("environment", slot.environment());
        }
        return value;
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted().distinct().toList();
    }
}
