package dev.interlock.dr.domain;

/** Stream ids of things named by two names. */
public final class Pair {

    private Pair() {}

    /** Unambiguous for any two strings. */
    public static String id(String first, String second) {
        return escape(first) + "@" + escape(second);
    }

    private static String escape(String part) {
        return part.replace("%", "%25").replace("@", "%40");
    }
}
