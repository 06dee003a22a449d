package dev.interlock.contracts.dr;

import java.util.Map;

/**
 * {@code product.labelled}: the labels of the product from now on, all of them.
 *
 * @param product folded name, the product's identity
 * @param labels by name; empty = none any more
 */
public record ProductLabelledV1(String product, Map<String, String> labels) implements DrMessage {

    public ProductLabelledV1 {
        labels = Map.copyOf(labels);
    }
}
