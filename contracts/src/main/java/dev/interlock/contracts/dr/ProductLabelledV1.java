package dev.interlock.contracts.dr;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code product.labelled}: the labels of the product from now on, all of them.
 *
 * @param product folded name, the product's identity
 * @param labels by name, and in the order of names: what is told twice is told in the same words;
 *     empty = none any more
 */
public record ProductLabelledV1(String product, Map<String, String> labels) implements DrMessage {

    public ProductLabelledV1 {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }
}
