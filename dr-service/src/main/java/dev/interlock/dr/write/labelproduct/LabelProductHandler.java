package dev.interlock.dr.write.labelproduct;

import dev.interlock.dr.domain.Product;
import dev.interlock.dr.events.ProductEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class LabelProductHandler {

    private final Entities<Product, ProductEvent> products;

    LabelProductHandler(Entities<Product, ProductEvent> products) {
        this.products = products;
    }

    @CommandHandler
    Product handle(LabelProduct command) {
        return products.update(
                        command.product(),
                        product -> LabelProductDecision.decide(product, command).orThrow())
                .state();
    }
}
