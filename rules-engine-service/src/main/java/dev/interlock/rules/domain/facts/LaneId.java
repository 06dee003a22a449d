package dev.interlock.rules.domain.facts;

import org.jspecify.annotations.Nullable;

/** The identity of a lane: product and environment, each with {@code %} and {@code @} escaped. */
public final class LaneId {

    private LaneId() {}

    public static String of(String product, String environment) {
        return escaped(product) + "@" + escaped(environment);
    }

    /** An unused lane of this identity; null if it is none. */
    public static @Nullable Lane lane(String id) {
        int at = id.indexOf('@');
        return at < 0
                ? null
                : Lane.unused(unescaped(id.substring(0, at)), unescaped(id.substring(at + 1)));
    }

    private static String unescaped(String name) {
        return name.replace("%40", "@").replace("%25", "%");
    }

    private static String escaped(String name) {
        return name.indexOf('%') < 0 && name.indexOf('@') < 0
                ? name
                : name.replace("%", "%25").replace("@", "%40");
    }
}
