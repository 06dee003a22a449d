package dev.interlock.dr.domain;

import dev.interlock.dr.events.ProductEvent;
import dev.interlock.dr.events.ProductLabelled;
import dev.interlock.dr.events.ProductRegistered;
import java.util.List;
import java.util.Map;

/** A deployable unit. */
public sealed interface Product {

    record Unknown() implements Product {}

    /**
     * @param labels by name
     */
    record Registered(String name, String id, Map<String, String> labels) implements Product {}

    default Product evolve(ProductEvent event) {
        return switch (event) {
            case ProductRegistered(var name, var id) -> new Registered(name, id, Map.of());
            case ProductLabelled(var name, var labels) ->
                    new Registered(name, Ids.product(name), labels);
        };
    }

    /** What makes the product known; nothing when it is. */
    default List<ProductEvent> seen(String name) {
        return switch (this) {
            case Unknown _ -> List.of(new ProductRegistered(name, Ids.product(name)));
            case Registered _ -> List.of();
        };
    }
}
