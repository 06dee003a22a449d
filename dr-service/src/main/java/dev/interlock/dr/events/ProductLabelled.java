package dev.interlock.dr.events;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The labels of the product from now on, all of them.
 *
 * @param labels by name, and in the order of names
 */
public record ProductLabelled(String product, Map<String, String> labels) implements ProductEvent {

    public ProductLabelled {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }
}
