package dev.interlock.dr.http;

import dev.interlock.dr.domain.Product;
import java.util.Map;

/**
 * A product as a command leaves it.
 *
 * @param labels by name
 */
public record ProductView(String id, String name, Map<String, String> labels) {

    /**
     * @throws IllegalStateException for a product nobody has heard of, which no command leaves
     */
    public static ProductView of(Product product) {
        return switch (product) {
            case Product.Registered(var name, var id, var labels) ->
                    new ProductView(id, name, labels);
            case Product.Unknown _ -> throw new IllegalStateException("nobody registered it");
        };
    }
}
