package dev.interlock.dr.write.labelproduct;

import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Product;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.events.ProductEvent;
import dev.interlock.dr.events.ProductLabelled;

final class LabelProductDecision {

    private LabelProductDecision() {}

    /** A name nobody has heard of is a typing error: rules for its like would silently not hold. */
    static Decision<ProductEvent> decide(Product product, LabelProduct command) {
        var labelled = new ProductLabelled(command.product(), command.labels());
        return switch (product) {
            case Product.Unknown _ ->
                    Decision.refuse(new Refusal.Unknown("product", command.product()));
            case Product.Registered known when known.labels().equals(labelled.labels()) ->
                    Decision.redundant("it has these labels already");
            case Product.Registered _ -> Decision.accept(labelled);
        };
    }
}
