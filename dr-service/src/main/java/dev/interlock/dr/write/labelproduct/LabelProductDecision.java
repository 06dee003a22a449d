package dev.interlock.dr.write.labelproduct;

import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Ids;
import dev.interlock.dr.domain.Product;
import dev.interlock.dr.events.ProductEvent;
import dev.interlock.dr.events.ProductLabelled;
import dev.interlock.dr.events.ProductRegistered;

final class LabelProductDecision {

    private LabelProductDecision() {}

    /**
     * A product may be labelled before anything of it was built: the rules for its like must hold
     * for its first deployment too.
     */
    static Decision<ProductEvent> decide(Product product, LabelProduct command) {
        var labelled = new ProductLabelled(command.product(), command.labels());
        return switch (product) {
            case Product.Unknown _ ->
                    Decision.accept(
                            new ProductRegistered(
                                    command.product(), Ids.product(command.product())),
                            labelled);
            case Product.Registered known when known.labels().equals(labelled.labels()) ->
                    Decision.redundant("it has these labels already");
            case Product.Registered _ -> Decision.accept(labelled);
        };
    }
}
