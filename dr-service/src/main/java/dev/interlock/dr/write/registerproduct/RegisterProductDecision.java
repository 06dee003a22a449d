package dev.interlock.dr.write.registerproduct;

import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Ids;
import dev.interlock.dr.domain.Product;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.events.ProductEvent;
import dev.interlock.dr.events.ProductLabelled;
import dev.interlock.dr.events.ProductRegistered;

final class RegisterProductDecision {

    private RegisterProductDecision() {}

    static Decision<ProductEvent> decide(Product product, RegisterProduct command) {
        var registered = new ProductRegistered(command.name(), Ids.product(command.name()));
        return switch (product) {
            case Product.Registered _ -> Decision.refuse(new Refusal.ProductExists(command.name()));
            case Product.Unknown _ when command.labels().isEmpty() -> Decision.accept(registered);
            case Product.Unknown _ ->
                    Decision.accept(
                            registered, new ProductLabelled(command.name(), command.labels()));
        };
    }
}
