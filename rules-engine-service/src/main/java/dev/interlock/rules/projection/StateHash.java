package dev.interlock.rules.projection;

import dev.interlock.rules.domain.facts.Holder;
import dev.interlock.rules.domain.facts.Lane;
import dev.interlock.rules.domain.facts.LaneId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A fingerprint of what is known, the same for the same facts however they arrived: entities in the
 * order of their keys, each in one canonical line. Positions are not part of it.
 */
public final class StateHash {

    private StateHash() {}

    /** Lower-case hex SHA-256. */
    public static String of(World world) {
        var digest = sha256();
        section(digest, "environment", world.environments(), Object::toString);
        section(digest, "labels", world.productLabels(), labels -> labels.byName().toString());
        section(digest, "lane", world.lanes(), StateHash::canonical);
        section(digest, "starts", world.starts(), Object::toString);
        section(digest, "request", world.requests(), Object::toString);
        section(digest, "decisions", world.decisions(), Object::toString);
        section(
                digest,
                "builders",
                byName(world.builders()),
                persons -> new TreeSet<>(persons).toString());
        section(digest, "version", byName(world.versions()), Object::toString);
        section(digest, "approval_type", world.approvalTypes(), Object::toString);
        section(
                digest,
                "holders",
                world.holders(),
                grants -> new TreeSet<>(grants.stream().map(Holder::toString).toList()).toString());
        digest.update(new TreeSet<>(world.inactive()).toString().getBytes(StandardCharsets.UTF_8));
        section(digest, "rule", world.ruleVersions(), Object::toString);
        section(digest, "calendar", world.calendars(), Object::toString);
        section(digest, "freeze", world.knownFreezes().all(), Object::toString);
        section(digest, "override", world.knownOverrides().canonical(), Function.identity());
        section(digest, "unreadable", world.unreadable(), Object::toString);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static <T> Map<String, T> byName(Map<String, ? extends Map<String, T>> products) {
        var byName = new TreeMap<String, T>();
        products.forEach(
                (product, versions) ->
                        versions.forEach(
                                (version, said) -> byName.put(LaneId.of(product, version), said)));
        return byName;
    }

    private static <V> void section(
            MessageDigest digest, String name, Map<String, V> entities, Function<V, String> line) {
        new TreeMap<>(entities)
                .forEach(
                        (key, value) ->
                                digest.update(
                                        (name
                                                        + '\u0000'
                                                        + key
                                                        + '\u0000'
                                                        + line.apply(value)
                                                        + '\n')
                                                .getBytes(StandardCharsets.UTF_8)));
    }

    private static String canonical(Lane lane) {
        return "%s|%s|%s|%s|%s|%d"
                .formatted(
                        lane.running(),
                        lane.current(),
                        new TreeMap<>(lane.completed()),
                        sorted(lane.spent()),
                        lane.history().newestFirst(),
                        lane.revision());
    }

    private static Map<String, Set<String>> sorted(Map<String, ? extends Set<String>> sets) {
        var sorted = new TreeMap<String, Set<String>>();
        sets.forEach((key, values) -> sorted.put(key, new TreeSet<>(values)));
        return sorted;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
