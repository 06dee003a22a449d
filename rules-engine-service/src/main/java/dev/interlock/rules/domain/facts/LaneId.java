package dev.interlock.rules.domain.facts;

/** The identity of a lane: product and environment, each with {@code %} and {@code @} escaped. */
public final class LaneId {

    private LaneId() {}

    public static String of(String product, String environment) {
        return escaped(product) + "@" + escaped(environment);
    }

    private static String escaped(String name) {
        return name.indexOf('%') < 0 && name.indexOf('@') < 0
                ? name
                : name.replace("%", "%25").replace("@", "%40");
    }
}
