package dev.interlock.dr.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** Stable ids of named things: the same name gives the same id on every installation. */
public final class Ids {

    private Ids() {}

    public static String product(String product) {
        return named("product:" + product);
    }

    public static String version(String product, String version) {
        return named("version:" + Pair.id(product, version));
    }

    public static String environment(String environment) {
        return named("environment:" + environment);
    }

    private static String named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
    }
}
