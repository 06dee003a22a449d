package dev.interlock.dr.write.registerversion;

import dev.interlock.dr.domain.Pair;
import dev.interlock.dr.domain.Product;
import dev.interlock.dr.domain.Version;
import dev.interlock.dr.events.ProductEvent;
import dev.interlock.dr.events.VersionEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RegisterVersionHandler {

    private final Entities<Product, ProductEvent> products;
    private final Entities<Version, VersionEvent> versions;

    RegisterVersionHandler(
            Entities<Product, ProductEvent> products, Entities<Version, VersionEvent> versions) {
        this.products = products;
        this.versions = versions;
    }

    @CommandHandler
    void handle(RegisterVersion command) {
        products.update(command.product(), product -> product.seen(command.product()));
        versions.update(
                Pair.id(command.product(), command.version()),
                version ->
                        version.seen(command.product(), command.version(), command.scmSha())
                                .orThrow());
    }
}
