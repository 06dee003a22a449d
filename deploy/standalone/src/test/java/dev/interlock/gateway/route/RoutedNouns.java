package dev.interlock.gateway.route;

import java.util.Set;

/** What the gateway's route table knows, for tests that look at all of it. */
public final class RoutedNouns {

    private RoutedNouns() {}

    public static Set<String> all() {
        return Routes.BY_NOUN.keySet();
    }
}
