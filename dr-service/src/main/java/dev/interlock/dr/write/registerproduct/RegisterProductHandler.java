package dev.interlock.dr.write.registerproduct;

import dev.interlock.dr.domain.Product;
import dev.interlock.dr.events.ProductEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RegisterProductHandler {

    private final Entities<Product, ProductEvent> products;

    RegisterProductHandler(Entities<Product, ProductEvent> products) {
        this.products = products;
    }

    @CommandHandler
    Product handle(RegisterProduct command) {
        return products.update(
                        command.name(),
                        product -> RegisterProductDecision.decide(product, command).orThrow())
                .state();
    }
}
